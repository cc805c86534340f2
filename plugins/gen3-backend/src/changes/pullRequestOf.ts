import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord } from './ChangeRecord';
import type { FindPerson } from './ChangeService';
import type { ChangeTargets } from './ChangeTargets';

/** What the author of a change needs to open its pull request; undefined for anybody else, and when there is nothing to open. */
export async function pullRequestOf(options: {
  record: ChangeRecord;
  userRef: string | undefined;
  targets: Pick<ChangeTargets, 'require'>;
  findPerson: FindPerson;
}): Promise<ChangeDetails['pullRequest']> {
  const { record, userRef, targets, findPerson } = options;
  const { host, state, author, source, message, id } = record;
  if (host === 'local' || state !== 'proposing' || userRef !== author) {
    return undefined;
  }
  const { target } = targets.require(source);
  return {
    repository: target.url.replace(/\.git$/, ''),
    base: target.branch,
    message: `${message}\n\nChange: ${id}\n`,
    author: await findPerson(author),
  };
}

import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { hidesAny } from '../preview/hideInFiles';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeCaller, FindPerson } from './ChangeService';
import type { ChangeTargets } from './ChangeTargets';
import { waitsFor } from './waitsFor';

/** A pull request that is to be opened. */
export type PullRequestToOpen = NonNullable<ChangeDetails['pullRequest']>;

/** What a pull request is made of. */
interface PullRequestDeps {
  targets: Pick<ChangeTargets, 'requireHosted'>;
  findPerson: FindPerson;
}

/**
 * What the author of a change needs to open its pull request; undefined for anybody else, when there is nothing to open, and for a change that
 * waits for others or has waited, which its author asks for when it is to be opened. Files with secrets are given to the scaffolder alone, which
 * pushes them: git has them already, and the portal shows them to nobody.
 */
export async function pullRequestOf(
  options: PullRequestDeps & {
    record: ChangeRecord;
    caller: Pick<ChangeCaller, 'userRef' | 'isTemplate'>;
  },
): Promise<PullRequestToOpen | undefined> {
  const { record, caller, ...deps } = options;
  const { host, state, author, files } = record;
  const isAuthor = caller.userRef === author;
  if (host === 'local' || state !== 'proposing' || !isAuthor) return undefined;
  if (waitsFor(record).length > 0) return undefined;
  if (!caller.isTemplate && hidesAny(files)) return undefined;
  return buildPullRequest(record, deps);
}

/** The pull request of a change, with its files whole. @throws ConflictError for a change that is reviewed in this portal. */
export async function buildPullRequest(
  { source, message, id, author, files }: ChangeRecord,
  { targets, findPerson }: PullRequestDeps,
): Promise<PullRequestToOpen> {
  const { target, repository } = targets.requireHosted(source);
  return {
    repository,
    base: target.branch,
    message: `${message}\n\nChange: ${id}\n`,
    author: await findPerson(author),
    files: files.map(({ path, after }) => ({ path, after })),
  };
}

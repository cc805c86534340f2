import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { shortNameOf } from './nameOfPerson';

/**
 * Takes note of the pull request of a change that is reviewed where its repository is. It may be repeated with the same page.
 *
 * @throws NotAllowedError for anybody but its author; InputError for a page of another host; ConflictError when the change is reviewed here, or
 * has another pull request, or has ended.
 */
export async function openChange(options: {
  record: ChangeRecord;
  userRef: string | undefined;
  /** Page of the pull request. */
  url: string;
  store: Pick<ChangeStore, 'advance' | 'get'>;
  targets: Pick<ChangeTargets, 'require'>;
}): Promise<void> {
  const { record, userRef, url, store, targets } = options;
  const { id, title, author, host, source } = record;
  if (userRef !== author) {
    throw new NotAllowedError(
      `Only ${shortNameOf(
        author,
      )}, who proposed "${title}", says where its pull request is`,
    );
  }
  if (host === 'local') {
    throw new ConflictError(
      `"${title}" is reviewed in this portal and has no pull request`,
    );
  }
  const wanted = new URL(targets.require(source).target.url).host;
  const found = new URL(url).host;
  if (found !== wanted) {
    throw new InputError(
      `The pull request of "${title}" is at ${found}, and its repository at ${wanted}`,
    );
  }
  const move = { from: 'proposing', to: 'open' } as const;
  if (await store.advance(id, move, { url })) return;
  const now = await store.get(id, undefined);
  if (now?.url === url) return;
  throw new ConflictError(
    `"${title}" is ${now?.state ?? 'gone'}${
      now?.url === undefined ? '' : ` and has the pull request ${now.url}`
    }`,
  );
}

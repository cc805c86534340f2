import { ConflictError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';
import type { FindPerson } from './ChangeService';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { lostRace } from './lostRace';
import { toCallerError } from './toCallerError';

/**
 * Merges exactly the commit that was proposed.
 *
 * First the row says `merged`, without a merge commit yet, and then git is asked: of two who merge, and of one who merges and one who closes, the
 * row lets exactly one go on, so that no change is told to have been closed whose files are in the branch that Argo CD follows. When git refuses, the row goes
 * back. Where the portal dies in between, the follower asks git which of the two it is.
 *
 * @throws ConflictError when the change is not open any more, and for what the repository does not allow.
 */
export async function mergeChange(options: {
  record: ChangeRecord;
  /** Who merges. */
  userRef: string;
  store: Pick<ChangeStore, 'advance' | 'get' | 'reopen'>;
  targets: Pick<ChangeTargets, 'requireLocal'>;
  findPerson: FindPerson;
  signal: AbortSignal;
}): Promise<void> {
  const { record, userRef, store, targets, findPerson, signal } = options;
  const { id, branch, commit, title } = record;
  const { target, host } = targets.requireLocal(record.source);
  if (commit === undefined) {
    throw new ConflictError(`The change "${id}" has no commit yet`);
  }
  const author = await findPerson(userRef);
  if (!(await store.advance(id, { from: 'open', to: 'merged' }))) {
    throw await lostRace(store, record);
  }
  const merging = {
    branch,
    base: target.branch,
    commit,
    message: `Merge: ${title}\n\nChange: ${id}\n`,
    author,
    signal,
  };
  let mergeCommit: string;
  try {
    const merged = await toCallerError(() => host.merge(merging));
    mergeCommit = merged.commit;
  } catch (error) {
    await store.reopen(id, 'merged');
    throw error;
  }
  await store.advance(id, { from: 'merged', to: 'merged' }, { mergeCommit });
}

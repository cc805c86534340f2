import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { lostRace } from './lostRace';
import { waitsFor } from './waitsFor';
import { toCallerError } from './toCallerError';

/** What {@link closeChange} is told. */
interface Closing {
  record: ChangeRecord;
  /** A sentence: who closes it, and why. */
  endReason: string;
  store: Pick<ChangeStore, 'advance' | 'get' | 'reopen'>;
  targets: Pick<ChangeTargets, 'requireLocal'>;
  logger: LoggerService;
  signal: AbortSignal;
}

/**
 * Closes a change without merging it, and takes its branch away.
 *
 * First the row, then the branch: whoever merges moves the row first, too, so a merge either has gone before, and nothing is deleted, or finds the change
 * closed. Were it the branch first, a merge that is under way could get the files in while the change is told to have been closed. When the branch cannot
 * be deleted, the row goes back. Somebody may merge in git itself without asking the row: that is looked for last, when the branch is gone and nobody can
 * begin to.
 *
 * @throws ConflictError when the change is not open any more, was merged in git, or the repository does not let the branch be deleted.
 */
export async function closeChange(closing: Closing): Promise<void> {
  const { record, endReason, store, targets, signal } = closing;
  const { id, branch, source } = record;
  // One that waits for others has no branch yet; should it get one at this moment, whoever makes it finds it closed and takes the branch away.
  const isWaiting = record.state === 'proposing' && waitsFor(record).length > 0;
  if (record.host !== 'local' || isWaiting) {
    await giveUp(closing);
    return;
  }
  const { host } = targets.requireLocal(source);
  const move = { from: 'open', to: 'abandoned' } as const;
  if (!(await store.advance(id, move, { endReason }))) {
    throw await lostRace(store, record);
  }
  try {
    await toCallerError(() => host.close({ branch, signal }));
  } catch (error) {
    await store.reopen(id, 'abandoned');
    throw error;
  }
  const mergeCommit = await findMerge(closing);
  if (mergeCommit === undefined) return;
  if (await store.reopen(id, 'abandoned')) {
    await store.advance(id, { from: 'open', to: 'merged' }, { mergeCommit });
  }
  throw new ConflictError(
    `"${record.title}" was merged in git already, as ${mergeCommit.slice(
      0,
      8,
    )}: it cannot be closed any more`,
  );
}

/** A change of another host is the portal's own only until its pull request is there. */
async function giveUp({ record, endReason, store }: Closing): Promise<void> {
  const move = { from: 'proposing', to: 'abandoned' } as const;
  if (!(await store.advance(record.id, move, { endReason }))) {
    throw await lostRace(store, record);
  }
}

/** The commit by which somebody merged it in git itself. */
async function findMerge(closing: Closing): Promise<string | undefined> {
  const { record, targets, logger, signal } = closing;
  const { branch, commit, source, id } = record;
  try {
    const { target, host } = targets.requireLocal(source);
    const base = target.branch;
    const found = await host.status({ branch, base, commit, signal });
    return found.state === 'merged' ? found.mergeCommit : undefined;
  } catch (error) {
    // It is closed all the same: only that nobody merged it is not certain.
    logger.warn('Whether a closed change was merged in git is not known', {
      change: id,
      error: stringifyError(error),
    });
    return undefined;
  }
}

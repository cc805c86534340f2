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
  targets: Pick<ChangeTargets, 'require' | 'requireLocal'>;
  logger: LoggerService;
  signal: AbortSignal;
}

/**
 * Closes a change without merging it, and takes its branch away; where it is reviewed elsewhere, only this portal's record of it is closed.
 *
 * First the row, then the branch: whoever merges moves the row first, too, so a merge either has gone before, and nothing is deleted, or finds the change
 * closed. Were it the branch first, a merge that is under way could get the files in while the change is told to have been closed. When the branch cannot
 * be deleted, the row goes back. Somebody may merge in git itself without asking the row: that is looked for last, when the branch is gone and nobody can
 * begin to.
 *
 * @throws ConflictError when the change is not open any more, was merged in git or at its host, or the repository does not let the branch be deleted.
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

/** Of a change that has no branch here there is only the row; a pull request elsewhere stays as it is. */
async function giveUp(closing: Closing): Promise<void> {
  const { record, endReason, store } = closing;
  if (record.state !== 'open') {
    const move = { from: 'proposing', to: 'abandoned' } as const;
    if (await store.advance(record.id, move, { endReason })) return;
    throw await lostRace(store, record);
  }
  const merged = await findMergeElsewhere(closing);
  if (merged) {
    await store.advance(record.id, { from: 'open', to: 'merged' }, merged);
    throw new ConflictError(
      `The pull request of "${record.title}" was merged at ${record.host} already: it cannot be closed any more`,
    );
  }
  const reason = `${endReason}. Its pull request is not closed by this: close it at ${record.host}, too`;
  const move = { from: 'open', to: 'abandoned' } as const;
  if (!(await store.advance(record.id, move, { endReason: reason }))) {
    throw await lostRace(store, record);
  }
}

/** Whether its files are in the base already; a host that cannot be asked keeps nobody from closing. */
async function findMergeElsewhere(
  closing: Closing,
): Promise<{ mergeCommit: string | undefined } | undefined> {
  const { record, targets, logger, signal } = closing;
  const { branch, commit, source, files, id } = record;
  try {
    const { target, host } = targets.require(source);
    const { state, mergeCommit } = await host.status({
      branch,
      base: target.branch,
      commit,
      files: files.map(({ path, after }) => ({ path, content: after })),
      signal,
    });
    return state === 'merged' ? { mergeCommit } : undefined;
  } catch (error) {
    logger.warn('Whether a closed change was merged elsewhere is not known', {
      change: id,
      error: stringifyError(error),
    });
    return undefined;
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

import { ForwardedError, InputError, stringifyError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeDetails,
  DryRunChange,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ChangeBody,
  Gen3ChangesClient,
} from '../client/Gen3ChangesClient';

/** Characters that the reason for closing a change may have. */
const MAX_REASON = 500;

/** A change of a wave. */
export type WaveChange = ChangeBody & { hostname: string };

/** Judges all changes of all waves. @throws InputError with all that stands in the way, by commons. */
export async function tryWaves(
  waves: readonly (readonly WaveChange[])[],
  dryRun: (change: WaveChange) => Promise<DryRunChange>,
): Promise<DryRunChange[]> {
  const tried: DryRunChange[] = [];
  const refusals: string[] = [];
  // One after the other: each reads git and asks preflight.
  for (const change of waves.flat()) {
    try {
      tried.push(await dryRun(change));
    } catch (error) {
      refusals.push(`${change.hostname}: ${messageOf(error)}`);
    }
  }
  if (refusals.length === 0) return tried;
  throw new InputError(`Nothing is proposed.\n${refusals.join('\n')}`);
}

/** What {@link proposeWaves} needs. */
export interface ProposeWavesOptions {
  /** Reserves the commons; one that is reviewed in the portal is on its branch then. */
  propose: (
    change: WaveChange & { after?: string[] },
  ) => Promise<ChangeDetails>;
  /** Opens its pull request, where it needs one; gives the change up when it cannot. */
  publish: (change: ChangeDetails) => Promise<ChangeDetails>;
  close: (id: string, reason: string) => ReturnType<Gen3ChangesClient['close']>;
  /** Of the task. */
  signal?: AbortSignal;
  logger: Pick<LoggerService, 'warn'>;
}

/**
 * Proposes all changes of all waves, or none: each waits for those of the wave before. First all are reserved and then all published, because the
 * portal can give a change up until its pull request is open, and not after that. When one cannot be proposed, or the task is cancelled, the others are
 * given up, the last one first.
 *
 * @returns the changes, in the order of the waves.
 * @throws what refuses the one that cannot be proposed; ForwardedError that names what somebody has to close by hand, when there is any.
 */
export async function proposeWaves(
  waves: readonly (readonly WaveChange[])[],
  how: ProposeWavesOptions,
): Promise<ChangeDetails[]> {
  const reserved: ChangeDetails[] = [];
  const published: ChangeDetails[] = [];
  try {
    await reserveWaves(waves, how, reserved);
    how.signal?.throwIfAborted();
    for (let next = reserved.shift(); next; next = reserved.shift()) {
      // One that fails is in neither list: publishing has given it up itself, or says where it is.
      published.push(await how.publish(next));
    }
    return published;
  } catch (error) {
    const left = await giveUp([...published, ...reserved], how, error);
    if (left.length === 0) throw error;
    throw new ForwardedError(
      `Not all could be proposed, and the portal cannot take these back: somebody has to close them.\n${left.join(
        '\n',
      )}\n`,
      error,
    );
  }
}

/** @param reserved - gets each as soon as it is there, so that it can be given up when a later one fails. */
async function reserveWaves(
  waves: readonly (readonly WaveChange[])[],
  { propose, signal }: ProposeWavesOptions,
  reserved: ChangeDetails[],
): Promise<void> {
  let before: string[] = [];
  for (const wave of waves) {
    const ids: string[] = [];
    for (const change of wave) {
      signal?.throwIfAborted();
      const after = before.length > 0 ? { after: before } : {};
      const done = await propose({ ...change, ...after });
      reserved.push(done);
      ids.push(done.id);
    }
    before = ids;
  }
}

/** @returns what could not be given up: title and page, or path in the portal. */
async function giveUp(
  changes: readonly ChangeDetails[],
  { close, logger }: ProposeWavesOptions,
  error: unknown,
): Promise<string[]> {
  const why = `Another commons could not be changed with it: ${messageOf(
    error,
  )}`;
  const reason = why.slice(0, MAX_REASON);
  const left: string[] = [];
  for (const { id, title, host, url } of changes.toReversed()) {
    if (host !== 'local' && url !== undefined) {
      left.unshift(`"${title}": ${url}`);
      continue;
    }
    try {
      await close(id, reason);
    } catch (failure) {
      left.unshift(`"${title}": /changes/${id} in the portal`);
      logger.warn(
        `"${title}" could not be given up: ${stringifyError(failure)}`,
      );
    }
  }
  return left;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : stringifyError(error);
}

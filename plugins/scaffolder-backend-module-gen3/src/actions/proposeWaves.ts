import { InputError, stringifyError } from '@backstage/errors';
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

/**
 * Proposes all changes of all waves, or none: each waits for those of the wave before. When one cannot be proposed, those that were are given
 * up, the last one first.
 *
 * @returns the changes, in the order of the waves.
 * @throws what refuses the one that cannot be proposed.
 */
export async function proposeWaves(
  waves: readonly (readonly WaveChange[])[],
  how: {
    propose: (
      change: WaveChange & { after?: string[] },
    ) => Promise<ChangeDetails>;
    close: (
      id: string,
      reason: string,
    ) => ReturnType<Gen3ChangesClient['close']>;
    logger: Pick<LoggerService, 'warn'>;
  },
): Promise<ChangeDetails[]> {
  const proposed: ChangeDetails[] = [];
  let before: string[] = [];
  try {
    for (const wave of waves) {
      const ids: string[] = [];
      for (const change of wave) {
        const done = await how.propose(
          before.length > 0 ? { ...change, after: before } : change,
        );
        proposed.push(done);
        ids.push(done.id);
      }
      before = ids;
    }
    return proposed;
  } catch (error) {
    const why = `Another commons could not be changed with it: ${messageOf(
      error,
    )}`;
    const reason = why.slice(0, MAX_REASON);
    for (const { id, title } of proposed.reverse()) {
      await how
        .close(id, reason)
        .catch(failure =>
          how.logger.warn(
            `"${title}" could not be given up: ${stringifyError(failure)}`,
          ),
        );
    }
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : stringifyError(error);
}

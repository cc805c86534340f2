import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';

/** Milliseconds that whoever did something waits until everything else knows. */
const SETTLE_MS = 10_000;

/**
 * Brings what depends on a change up to date with what somebody has just done to it. Never rejects.
 *
 * @param options - `inGit`: something in the repository, or in what the source is told of launches, is not as it was.
 */
export type SettleChange = (
  change: Pick<ChangeRecord, 'id' | 'source'>,
  options: { inGit: boolean },
) => Promise<void>;

/** Makes a {@link SettleChange}: what was done stays done, so what fails is logged and comes later by itself. */
export function createSettleChange(options: {
  /** Writes down where the change is now, as the follower does from time to time. */
  look: (id: string, options: { signal: AbortSignal }) => Promise<void>;
  /** Has the source read now, which it else is from time to time. */
  refreshSource: (
    source: string,
    options: { signal: AbortSignal },
  ) => Promise<unknown>;
  logger: LoggerService;
}): SettleChange {
  const { look, refreshSource, logger } = options;
  return async ({ id, source }, { inGit }) => {
    // Not the caller's signal: what was done is done, also when nobody waits any more.
    const signal = AbortSignal.timeout(SETTLE_MS);
    const attempt = async (failing: string, work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        logger.warn(failing, {
          change: id,
          source,
          error: stringifyError(error),
        });
      }
    };
    await Promise.all([
      attempt('The steps of a change are not written yet', () =>
        look(id, { signal }),
      ),
      ...(inGit
        ? [
            attempt('A source is not read before its next time', () =>
              refreshSource(source, { signal }),
            ),
          ]
        : []),
    ]);
  };
}

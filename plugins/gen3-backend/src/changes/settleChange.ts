import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';

/** Milliseconds that whoever did something waits until everything else knows. */
const SETTLE_MS = 10_000;

/** Brings what depends on a change up to date with what somebody has just done to it. Never rejects. */
export type SettleChange = (
  change: Pick<ChangeRecord, 'id' | 'source'>,
) => Promise<void>;

/** Makes a {@link SettleChange}: what was done stays done, so what fails is logged and comes later by itself. */
export function createSettleChange(options: {
  /** Writes down where the change is now, as the follower does from time to time. */
  look: (id: string, options: { signal: AbortSignal }) => Promise<void>;
  logger: LoggerService;
}): SettleChange {
  const { look, logger } = options;
  return async ({ id }) => {
    // Not the caller's signal: what was done is done, also when nobody waits any more.
    const signal = AbortSignal.timeout(SETTLE_MS);
    try {
      await look(id, { signal });
    } catch (error) {
      logger.warn('The steps of a change are not written yet', {
        change: id,
        error: stringifyError(error),
      });
    }
  };
}

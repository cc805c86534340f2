import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError, stringifyError } from '@backstage/errors';
import { SourceStore } from '../store/SourceStore';
import { describeRunFailure } from './describeRunFailure';

/** What may fail in a run of a source, with what that comes to. */
const FAILURES = {
  reading: 'could not be read; its commons stay as they are',
  recording: 'was read, but that could not be recorded',
  publishing: 'was read, but could not be handed to the catalog',
};

/** A part of a run of a source. */
export type RunPart = keyof typeof FAILURES;

/**
 * Does a part of a run of a source; when it fails, the status of the source says so.
 *
 * @throws the failure, with the name of the source
 */
export async function attemptPart<T>(
  part: RunPart,
  options: {
    sourceId: string;
    store: SourceStore;
    logger: LoggerService;
    signal: AbortSignal;
    work: () => Promise<T>;
  },
): Promise<T> {
  const { sourceId, store, logger, signal, work } = options;
  try {
    return await work();
  } catch (error) {
    // A source's own words say by themselves that it could not be read.
    const about = part === 'reading' ? '' : `The source ${FAILURES[part]}: `;
    try {
      await store.recordFailure({
        sourceId,
        error: signal.aborted
          ? 'The last try was cancelled before it was complete'
          : about + describeRunFailure(error),
      });
    } catch (noting) {
      // The database may be what failed before; that first failure is the one to be seen.
      logger.warn('The failure of a run could not be noted', {
        error: stringifyError(noting),
      });
    }
    throw new ForwardedError(`Source "${sourceId}" ${FAILURES[part]}`, error);
  }
}

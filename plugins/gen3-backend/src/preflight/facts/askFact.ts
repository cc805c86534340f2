import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  DeadlineError,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Fact } from './types';

/** Milliseconds that somebody who waits for preflight waits for one fact. */
export const FACT_TIMEOUT_MS = 10_000;

/** How a fact is asked for. */
export interface Asking {
  /** Nobody waits any more. */
  signal: AbortSignal;
  logger: LoggerService;
  /** @defaultValue 10,000 */
  timeoutMs?: number;
}

/**
 * Asks for one fact within its deadline. Whatever goes wrong becomes a fact that is not known; what `ask` did not foresee is logged.
 *
 * @param options - `whom`: who is asked, to begin a sentence with: `The catalog`.
 * @throws the reason of `asking.signal` when that aborted, and nothing else.
 */
export async function askFact<T>(options: {
  whom: string;
  asking: Asking;
  ask: (signal: AbortSignal) => Promise<Fact<T>>;
}): Promise<Fact<T>> {
  const { whom, asking, ask } = options;
  const { signal, logger, timeoutMs = FACT_TIMEOUT_MS } = asking;
  try {
    return await withDeadline({ signals: [signal], timeoutMs }, ask);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof DeadlineError) {
      return unknown(`${whom} gave ${error.message}`);
    }
    // Preflight goes on without it, so nobody else would tell the operator.
    logger.warn('Preflight goes without a fact', {
      whom,
      error: stringifyError(error),
    });
    return unknown(`${whom} could not be asked; the portal's log says why`);
  }
}

/** A fact that was asked for and found. */
export function known<T>(value: T): Fact<T> {
  return { known: true, value };
}

/** A fact that nobody could tell, and why, as a sentence without a full stop. */
export function unknown(why: string): Extract<Fact<never>, { known: false }> {
  return { known: false, why };
}

/** Limits of the HTTP client and of the collector that have to fit together. */
export interface ConcurrencyLimits {
  /** `gen3.http.maxConcurrent`. */
  maxConcurrent: number;
  /** `gen3.http.maxPerHost`. */
  maxPerHost: number;
  /** `gen3.health.maxConcurrentCommons`. */
  maxConcurrentCommons: number;
}

/** Checks of one commons that run at the same time; a commons that hangs holds a place for each. */
export const CHECKS_AT_ONCE = 4;

/**
 * Whether commons that hang can take all places of the HTTP client, so that the checks of others have no turn: what to know about
 * it, or `undefined` when the limits fit.
 */
export function findTightLimits(
  limits: ConcurrencyLimits,
): Record<string, number> | undefined {
  const { maxConcurrent, maxPerHost, maxConcurrentCommons } = limits;
  const perCommons = Math.min(CHECKS_AT_ONCE, maxPerHost);
  const needed = perCommons * maxConcurrentCommons;
  return maxConcurrent < needed
    ? {
        'gen3.http.maxConcurrent': maxConcurrent,
        'gen3.health.maxConcurrentCommons': maxConcurrentCommons,
        needed,
        hangingCommonsThatAreTooMany: Math.ceil(maxConcurrent / perCommons),
      }
    : undefined;
}

import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';

/**
 * Results of a round in which the portal itself could not keep time: what timed out is not known to be down. "Could not
 * ask" is never `down`.
 */
export function excuseTimeouts(results: CheckResult[]): CheckResult[] {
  return results.map(result =>
    result.outcome === 'down' && result.cause === 'timeout'
      ? {
          ...result,
          outcome: 'unknown',
          reason: 'could not be asked in time: the portal was too busy',
        }
      : result,
  );
}

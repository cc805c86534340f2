import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import { hasNoContact } from './contactOf';

/**
 * Results of a round while the portal reaches no commons at all: who could not be contacted is not known to be down. "Could
 * not ask" is never `down`.
 */
export function excuseIsolation(results: CheckResult[]): CheckResult[] {
  return results.map(result =>
    hasNoContact(result)
      ? {
          ...result,
          outcome: 'unknown',
          reason:
            'could not be asked: the portal reaches no commons, so its own network or proxy is at fault',
        }
      : result,
  );
}

import { isMaintenanceRedirect } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createCheck, evidenceOf } from './createCheck';
import { outcomeOfFailure } from './outcomeOfFailure';
import type { Round } from './Round';
import type { Check } from './types';

/**
 * Gen3's maintenance mode: `/` redirects to the page that announces it. On is `degraded` with cause `maintenance`; an
 * unreachable front page leaves it `unknown`, because the other checks tell what that means.
 */
export function createMaintenanceCheck(options: {
  round: Round;
  now: () => number;
}): Check {
  const { round, now } = options;
  return createCheck({
    id: 'maintenance',
    now,
    async ask(signal) {
      const answer = await round.get({ path: '/' }, signal);
      const found = evidenceOf(answer);
      const { status, headers } = answer;
      return isMaintenanceRedirect({ status, location: headers.location })
        ? {
            outcome: 'degraded',
            cause: 'maintenance',
            reason: 'is switched on',
            ...found,
          }
        : { outcome: 'up', cause: 'ok', reason: 'is off', ...found };
    },
    judgeFailure: error => ({
      ...outcomeOfFailure(error),
      outcome: 'unknown',
    }),
  });
}

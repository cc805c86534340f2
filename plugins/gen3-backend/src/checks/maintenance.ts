import {
  isMaintenanceRedirect,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { createCheck, evidenceOf } from './createCheck';
import { outcomeOfFailure } from './outcomeOfFailure';
import type { Round } from './Round';
import type { Check } from './types';

/** Answers of a firewall, an allow-list or a limit. */
const BLOCKED: readonly number[] = [401, 403, 429];

/**
 * Judges the answer of `/`. Only an answer of the front page itself says that maintenance is off: a firewall's refusal and a
 * failure of what is behind the gateway say neither.
 */
export function judgeFrontPage(answer: {
  status: number;
  location?: string;
}): Verdict {
  const { status } = answer;
  if (isMaintenanceRedirect(answer)) {
    return {
      outcome: 'degraded',
      cause: 'maintenance',
      reason: 'is switched on',
    };
  }
  const isBlocked = BLOCKED.includes(status);
  return isBlocked || status >= 500
    ? {
        outcome: 'unknown',
        cause: isBlocked ? 'blocked' : 'http-status',
        reason: `cannot be seen: the front page answers ${status}`,
      }
    : { outcome: 'up', cause: 'ok', reason: 'is off' };
}

/**
 * Gen3's maintenance mode: `/` redirects to the page that announces it. On is `degraded` with cause `maintenance`; a front page
 * that does not answer, or not for itself, leaves it `unknown`, because the other checks tell what that means.
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
      const { status, headers } = answer;
      const { location } = headers;
      return { ...judgeFrontPage({ status, location }), ...evidenceOf(answer) };
    },
    judgeFailure: error => ({
      ...outcomeOfFailure(error),
      outcome: 'unknown',
    }),
  });
}

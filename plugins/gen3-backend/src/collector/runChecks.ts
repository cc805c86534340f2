import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Check } from '../checks/types';
import type { Clock } from '../clock';
import { CHECKS_AT_ONCE } from '../config/findTightLimits';
import { cancelledResult, runCheck } from './runCheck';

/**
 * Runs the checks of one commons, a few at a time; never rejects and leaves nothing running. Results are in the order of
 * the checks; those that had no turn before `signal` aborted are `unknown` (`cancelled`).
 */
export async function runChecks(options: {
  checks: Check[];
  timeoutMs: number;
  clock: Clock;
  signal: AbortSignal;
}): Promise<CheckResult[]> {
  const { checks, timeoutMs, clock, signal } = options;
  const results = new Map<number, CheckResult>();
  const queue = checks.entries();
  const work = async () => {
    // Each worker takes the next check that nobody has; awaiting in the loop is what bounds them.
    for (const [index, check] of queue) {
      if (signal.aborted) {
        return;
      }
      results.set(index, await runCheck({ check, timeoutMs, clock, signal }));
    }
  };
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, work));
  return checks.map(
    (check, index) => results.get(index) ?? cancelledResult(check, clock.now()),
  );
}

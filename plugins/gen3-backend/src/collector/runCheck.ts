import { stringifyError } from '@backstage/errors';
import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Check } from '../checks/types';
import { type Clock, startDeadline } from '../clock';

/** The result of a check that was not asked, because the round ended first. */
export function cancelledResult(check: Check, now: number): CheckResult {
  return resultOf(check, now, {
    outcome: 'unknown',
    cause: 'cancelled',
    reason: 'was not asked: the round ended first',
  });
}

/**
 * Runs one check under a deadline; never rejects. A commons that does not answer in time is the check's own finding;
 * a check that has found nothing when its time is up, is cancelled from outside, or fails by itself could not ask:
 * `unknown`.
 */
export async function runCheck(options: {
  check: Check;
  timeoutMs: number;
  clock: Clock;
  signal: AbortSignal;
}): Promise<CheckResult> {
  const { check, timeoutMs, clock, signal } = options;
  const deadline = startDeadline({ clock, ms: timeoutMs, signal });
  const cutOff = () =>
    deadline.isOver()
      ? resultOf(check, clock.now(), {
          outcome: 'unknown',
          cause: 'timeout',
          reason: `gave no result within ${timeoutMs / 1000} s`,
        })
      : cancelledResult(check, clock.now());
  try {
    // The race ends a check that does not listen to its signal; Promise.race also handles its late rejection.
    return await Promise.race([
      check.run({ signal: deadline.signal }),
      aborted(deadline.signal).then(cutOff),
    ]);
  } catch (error) {
    if (deadline.signal.aborted) {
      return cutOff();
    }
    return resultOf(check, clock.now(), {
      outcome: 'unknown',
      cause: 'never-asked',
      reason: 'could not be asked',
      error: stringifyError(error),
    });
  } finally {
    deadline.clear();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
    } else {
      signal.addEventListener('abort', () => resolve(), { once: true });
    }
  });
}

function resultOf(
  check: Check,
  now: number,
  facts: Pick<CheckResult, 'outcome' | 'cause' | 'reason'> & { error?: string },
): CheckResult {
  const { error, ...rest } = facts;
  return {
    checkId: check.id,
    service: check.service,
    ...rest,
    evidence: error === undefined ? {} : { error },
    checkedAt: new Date(now).toISOString(),
  };
}

import { describeDuration } from './describeDuration';
import { isStale, ReadingTime, STALE_AFTER_INTERVALS } from './isStale';
import { hasSettledUnsteady } from './isUnsteady';
import { layerOf } from './layers';
import { rankOfStatus } from './statusOrder';
import { Cause } from './causes';
import { CheckState, HealthStatus } from './types';

/** What a check means now. @public */
export interface Reading {
  status: HealthStatus;
  cause: Cause;
  /** Clause that follows a subject. */
  reason: string;
  since?: string;
  state: CheckState;
}

/** Says how far a settled outcome and the newest result agree. */
function describeSettled(state: CheckState): string {
  const { outcome, last, reason, consecutiveFailures: failures } = state;
  if (hasSettledUnsteady(state)) return reason;
  if (outcome === 'down' && failures > 0) {
    return `${reason} (${failures} of ${failures} checks)`;
  }
  if (last.outcome === 'down') {
    return `${last.reason} (${failures} in a row, not confirmed yet)`;
  }
  const isRecovering =
    outcome === 'down' || (outcome === 'unknown' && last.outcome !== 'unknown');
  if (!isRecovering) return reason;
  // Pods, jobs and Argo CD do not answer.
  return layerOf(state.checkId) === 'inside'
    ? `${last.reason} (not confirmed yet; before: ${reason})`
    : `answers again, but not often enough yet (before: ${reason})`;
}

/** A result that says nothing about now, and why. */
function readStale(state: CheckState, time: ReadingTime): Reading {
  const checkedAt = Date.parse(state.last.checkedAt);
  const age = time.now.getTime() - checkedAt;
  const base = { status: 'unknown', cause: 'stale', state } as const;
  if (age < 0) {
    return {
      ...base,
      reason: `was last asked ${describeDuration(
        -age,
      )} from now: a clock was set back`,
    };
  }
  const staleAt = checkedAt + STALE_AFTER_INTERVALS * time.intervalMs;
  return {
    ...base,
    reason: `was last asked ${describeDuration(age)} ago`,
    since: new Date(staleAt).toISOString(),
  };
}

/** Whether the newest result says that maintenance mode is on, or the settled one does and nothing settled since. */
function isInMaintenance({ cause, last }: CheckState): boolean {
  return last.cause === 'maintenance' || cause === 'maintenance';
}

/**
 * Reads one check's state: one that is too old is unknown (stale).
 *
 * Gen3's maintenance mode is announced, so it counts at once, without hysteresis. It ends as any other outcome does: one answer
 * that was missed, or a first one of a front page that comes back, does not turn announced work into an outage.
 *
 * @public
 */
export function readCheck(state: CheckState, time: ReadingTime): Reading {
  const { checkedAt } = state.last;
  if (isStale(checkedAt, time)) {
    return readStale(state, time);
  }
  if (isInMaintenance(state)) {
    return {
      status: 'maintenance',
      cause: 'maintenance',
      reason: 'is in maintenance',
      since: state.cause === 'maintenance' ? state.since : checkedAt,
      state,
    };
  }
  return {
    status: state.outcome,
    cause: state.cause,
    reason: describeSettled(state),
    since: state.since,
    state,
  };
}

/** The reason of a reading where it is told beside another one: how often in a row it was seen is said once, of the other. */
export function reasonBeside({ status, reason, state }: Reading): string {
  return status === 'down' && state.consecutiveFailures > 0
    ? state.reason
    : reason;
}

/** Readings, worst first; equally bad ones always in the same order. */
export function worstFirst(readings: readonly Reading[]): Reading[] {
  return [...readings].sort(
    (a, b) =>
      rankOfStatus(a.status) - rankOfStatus(b.status) ||
      (a.state.checkId < b.state.checkId ? -1 : 1),
  );
}

import { ServiceRegistry } from '../services/createServiceRegistry';
import { describeDuration } from './describeDuration';
import { rankOfStatus } from './statusOrder';
import { Cause, CheckState, HealthStatus, ServiceHealth } from './types';

/** A result older than this many intervals is stale. @public */
export const STALE_AFTER_INTERVALS = 3;

/** What is needed to read check states at a point in time. @public */
export interface ReadingTime {
  now: Date;
  intervalMs: number;
}

/** What a check means now. @public */
export interface Reading {
  status: HealthStatus;
  cause: Cause;
  /** Clause that follows a subject. */
  reason: string;
  since?: string;
  state: CheckState;
}

/** Whether a result of that time is too old to rely on. A time in the future (clocks differ) is not. */
export function isStale(checkedAt: string, time: ReadingTime): boolean {
  const age = time.now.getTime() - Date.parse(checkedAt);
  return age > STALE_AFTER_INTERVALS * time.intervalMs;
}

/** Says how far a settled outcome and the newest result agree. */
function describeSettled(state: CheckState): string {
  const { outcome, last, reason, consecutiveFailures: failures } = state;
  if (state.cause === 'unsteady') return reason;
  if (outcome === 'down' && failures > 0) {
    return `${reason} (${failures} of ${failures} checks)`;
  }
  if (last.outcome === 'down') {
    return `${last.reason} (${failures} in a row, not confirmed yet)`;
  }
  const isRecovering =
    outcome === 'down' || (outcome === 'unknown' && last.outcome !== 'unknown');
  return isRecovering
    ? `answers again, but not often enough yet (before: ${reason})`
    : reason;
}

/**
 * Reads one check's state: one that is too old is unknown (stale). Gen3's maintenance mode is announced, so it counts at
 * once, without hysteresis.
 *
 * @public
 */
export function readCheck(state: CheckState, time: ReadingTime): Reading {
  const { checkedAt } = state.last;
  if (isStale(checkedAt, time)) {
    const age = time.now.getTime() - Date.parse(checkedAt);
    const staleAt =
      Date.parse(checkedAt) + STALE_AFTER_INTERVALS * time.intervalMs;
    return {
      status: 'unknown',
      cause: 'stale',
      reason: `was last asked ${describeDuration(age)} ago`,
      since: new Date(staleAt).toISOString(),
      state,
    };
  }
  if (state.last.cause === 'maintenance') {
    return {
      status: 'maintenance',
      cause: 'maintenance',
      reason: 'is in maintenance',
      since: state.last.outcome === state.outcome ? state.since : checkedAt,
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

function worstReading(readings: Reading[]): Reading | undefined {
  return [...readings].sort(
    (a, b) =>
      rankOfStatus(a.status) - rankOfStatus(b.status) ||
      (a.state.checkId < b.state.checkId ? -1 : 1),
  )[0];
}

/** Reads the health of one declared service from the checks that are about it. */
export function readService(
  name: string,
  input: ReadingTime & {
    probing: 'on' | 'off';
    checks: CheckState[];
    registry: ServiceRegistry;
  },
): ServiceHealth {
  const row = input.registry.get(name);
  const base = {
    name,
    title: row?.title ?? name,
    critical: row?.critical ?? false,
    journeys: row?.journeys ?? [],
  };
  const nothing = (cause: Cause, reason: string): ServiceHealth => ({
    ...base,
    status: 'unknown',
    cause,
    reason,
  });
  if (input.probing === 'off') {
    return nothing('probing-off', `${name} is not asked: probing is off`);
  }
  const worst = worstReading(
    input.checks
      .filter(check => check.service === name)
      .map(check => readCheck(check, input)),
  );
  if (worst) {
    const { status, cause, reason, since, state } = worst;
    return {
      ...base,
      status,
      cause,
      reason: `${name} ${reason}`,
      since,
      lastResult: state.last,
    };
  }
  if (!row) {
    return nothing('not-visible', `${name} is not a service the portal knows`);
  }
  return row.probe
    ? nothing('never-asked', `${name} was not asked yet`)
    : nothing(
        'not-visible',
        `${name} cannot be seen from outside: ${
          row.whyNoProbe ?? 'it has no probe.'
        }`,
      );
}

/** Whether anything can be said about the service from outside; one that cannot be seen decides nothing. */
export function isVisible(service: ServiceHealth): boolean {
  return service.cause !== 'not-visible';
}

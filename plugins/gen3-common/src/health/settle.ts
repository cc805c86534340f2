import { isStale } from './isStale';
import { layerOf } from './layers';
import { hasSettledUnsteady, isUnsteady, windowOf } from './isUnsteady';
import { CheckResult, CheckState, HysteresisPolicy, Outcome } from './types';

/** Default policy: three failures to go down, two successes to come back. @public */
export const DEFAULT_HYSTERESIS: HysteresisPolicy = {
  failuresToDown: 3,
  successesToUp: 2,
};

const SEVERITY: Record<Outcome, number> = {
  up: 0,
  unknown: 1,
  degraded: 2,
  down: 3,
};

const bySeverity = (a: Outcome, b: Outcome) => SEVERITY[a] - SEVERITY[b];

/** The first result of all: a good one is believed, a bad one has to repeat itself. */
function firstOutcome(result: CheckResult, policy: HysteresisPolicy): Outcome {
  return result.outcome === 'down' && policy.failuresToDown > 1
    ? 'unknown'
    : result.outcome;
}

function nextOutcome(
  settled: Outcome,
  recent: Outcome[],
  policy: HysteresisPolicy,
): Outcome {
  const failures = recent.slice(-policy.failuresToDown).sort(bySeverity);
  const worsened = failures[0];
  if (
    failures.length >= policy.failuresToDown &&
    worsened !== 'up' &&
    (settled === 'unknown' || SEVERITY[worsened] > SEVERITY[settled])
  ) {
    return worsened;
  }
  const successes = recent.slice(-policy.successesToUp).sort(bySeverity);
  const improved = successes[successes.length - 1];
  if (
    successes.length >= policy.successesToUp &&
    improved !== 'down' &&
    (settled === 'unknown' || SEVERITY[improved] < SEVERITY[settled])
  ) {
    return improved;
  }
  return settled;
}

type Settled = Pick<CheckState, 'outcome' | 'cause' | 'reason' | 'unsteady'>;

/** What takes turns between good and bad. Inside it is no answer that comes and goes, and what was found says more: a crash loop does so. */
function settleUnsteady(result: CheckResult, recent: Outcome[]): Settled {
  const { checkId, cause, reason } = result;
  const failed = recent.filter(each => each !== 'up').length;
  const often = `${failed} of the last ${recent.length} checks`;
  const settled = { outcome: 'degraded', unsteady: true } as const;
  return layerOf(checkId) === 'inside'
    ? { ...settled, cause, reason: `${reason} (in ${often})` }
    : {
        ...settled,
        cause: 'unsteady',
        reason: `answers only now and then: ${often} failed (the newest one ${reason})`,
      };
}

/** The outcome and why, where something is known of the check before this result. */
function settleAgain(
  previous: CheckState,
  result: CheckResult,
  recent: Outcome[],
  policy: HysteresisPolicy,
): Settled {
  const outcome = nextOutcome(previous.outcome, recent, policy);
  const isUnsteadyNow =
    outcome === 'degraded' && hasSettledUnsteady(previous)
      ? result.outcome === 'down' || !isRowOfFailures(recent, policy)
      : (outcome === 'up' || outcome === 'unknown') &&
        isUnsteady(recent, policy);
  // Only a failure makes a check unsteady, so that a good answer never makes anything worse; each one tells anew what was found.
  if (isUnsteadyNow && result.outcome !== 'up') {
    return settleUnsteady(result, recent);
  }
  const explains =
    result.outcome === outcome ||
    outcome !== previous.outcome ||
    (outcome === 'unknown' && result.outcome === 'down');
  const { cause, reason } = result;
  return explains ? { outcome, cause, reason } : previous;
}

function isRowOfFailures(
  recent: Outcome[],
  { failuresToDown }: HysteresisPolicy,
): boolean {
  return recent.slice(-failuresToDown).every(outcome => outcome !== 'up');
}

/**
 * Adds a result to a check's state, with hysteresis.
 *
 * * The outcome worsens to the mildest of the last `failuresToDown` results, and improves to the worst of the last
 *   `successesToUp`. So one blip changes nothing, a mixture of degraded and down is degraded, and every change rests on that
 *   many results in a row.
 * * What answers only every other time never fails often enough in a row, and yet is not up: it is `degraded` with the cause
 *   `unsteady` until one of the two rows is complete. A check of the inside has the cause that it found last.
 * * The very first result counts at once, except `down`: one failed question is `unknown` until it has failed often enough.
 * * `unknown` ("could not ask") says nothing about the commons: it neither counts nor interrupts. But after
 *   `failuresToDown` of them in a row nothing is known any more: the outcome becomes `unknown` and what was seen before is
 *   forgotten, so that a commons that cannot be asked is not green for ever. A result that is missing altogether
 *   is dealt with when the state is read (stale).
 * * An answer of a cluster that was seen before, at the same instant and with the same reason, counts once.
 * * A pause after which the state would be read as stale ends every row: the result after it is a very first one. What was up
 *   yesterday and fails now is not up, and failures from before and after a pause are no outage.
 *
 * @param previous - the state before; undefined when nothing was asked before.
 * @param policy - `intervalMs` is the time between two rounds; without it no pause is too long.
 * @public
 */
export function settle(
  previous: CheckState | undefined,
  result: CheckResult,
  policy: HysteresisPolicy & { intervalMs?: number } = DEFAULT_HYSTERESIS,
): CheckState {
  const { intervalMs } = policy;
  const now = new Date(result.checkedAt);
  // Rounds of one cluster share what they read, and a refresh may see it again: the same answer seen twice is still one answer.
  if (previous && isSameAnswer(previous.last, result)) return previous;
  const isForgotten =
    previous !== undefined &&
    intervalMs !== undefined &&
    isStale(previous.last.checkedAt, { now, intervalMs });
  return addResult(isForgotten ? undefined : previous, result, policy);
}

function isSameAnswer(last: CheckResult, next: CheckResult): boolean {
  return (
    layerOf(next.checkId) === 'inside' &&
    last.checkedAt === next.checkedAt &&
    last.reason === next.reason
  );
}

function addResult(
  previous: CheckState | undefined,
  result: CheckResult,
  policy: HysteresisPolicy,
): CheckState {
  const { checkId, service, cause, reason } = result;
  const known = result.outcome !== 'unknown';
  const unknowns = known ? 0 : (previous?.consecutiveUnknowns ?? 0) + 1;
  const lost = unknowns >= policy.failuresToDown;
  const seen = previous?.recent ?? [];
  const recent = known
    ? [...seen, result.outcome].slice(-windowOf(policy))
    : seen;

  let settled: Settled;
  if (!previous) {
    settled = { outcome: firstOutcome(result, policy), cause, reason };
  } else if (known) {
    settled = settleAgain(previous, result, recent, policy);
  } else {
    settled =
      lost || previous.outcome === 'unknown'
        ? { outcome: 'unknown', cause, reason }
        : previous;
  }
  const { outcome } = settled;
  const count = (before: number | undefined, counted: Outcome) => {
    if (!known) return lost ? 0 : before ?? 0;
    return result.outcome === counted ? (before ?? 0) + 1 : 0;
  };
  return {
    checkId,
    service,
    outcome,
    since: previous?.outcome === outcome ? previous.since : result.checkedAt,
    cause: settled.cause,
    reason: settled.reason,
    unsteady: settled.unsteady,
    consecutiveFailures: count(previous?.consecutiveFailures, 'down'),
    consecutiveSuccesses: count(previous?.consecutiveSuccesses, 'up'),
    consecutiveUnknowns: unknowns,
    recent: lost ? [] : recent,
    last: result,
  };
}

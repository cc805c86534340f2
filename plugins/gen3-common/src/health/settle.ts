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

/**
 * Adds a result to a check's state, with hysteresis.
 *
 * * The outcome worsens to the mildest of the last `failuresToDown` results, and improves to the worst of the last
 *   `successesToUp`. So one blip changes nothing, a mixture of degraded and down is degraded, and every change rests on that
 *   many results in a row.
 * * The very first result counts at once, except `down`: one failed question is `unknown` until it has failed often enough.
 * * `unknown` ("could not ask") says nothing about the commons: it neither counts nor interrupts. But after
 *   `failuresToDown` of them in a row nothing is known any more: the outcome becomes `unknown` and what was seen before is
 *   forgotten, so that a commons that cannot be asked is not green for ever. A result that is missing altogether
 *   is dealt with when the state is read (stale).
 *
 * @public
 */
export function settle(
  previous: CheckState | undefined,
  result: CheckResult,
  policy: HysteresisPolicy = DEFAULT_HYSTERESIS,
): CheckState {
  const known = result.outcome !== 'unknown';
  const unknowns = known ? 0 : (previous?.consecutiveUnknowns ?? 0) + 1;
  const lost = unknowns >= policy.failuresToDown;
  const seen = [
    ...(previous?.recent ?? []),
    ...(known ? [result.outcome] : []),
  ];
  const recent = lost
    ? []
    : seen.slice(-Math.max(policy.failuresToDown, policy.successesToUp));

  let outcome: Outcome;
  if (!previous) outcome = firstOutcome(result, policy);
  else if (lost) outcome = 'unknown';
  else if (known) outcome = nextOutcome(previous.outcome, recent, policy);
  else outcome = previous.outcome;

  const count = (before: number | undefined, counted: Outcome) => {
    if (!known) return lost ? 0 : before ?? 0;
    return result.outcome === counted ? (before ?? 0) + 1 : 0;
  };
  const explains =
    !previous ||
    result.outcome === outcome ||
    outcome !== previous.outcome ||
    (outcome === 'unknown' && result.outcome === 'down');
  return {
    checkId: result.checkId,
    service: result.service,
    outcome,
    since:
      previous && previous.outcome === outcome
        ? previous.since
        : result.checkedAt,
    cause: explains ? result.cause : previous.cause,
    reason: explains ? result.reason : previous.reason,
    consecutiveFailures: count(previous?.consecutiveFailures, 'down'),
    consecutiveSuccesses: count(previous?.consecutiveSuccesses, 'up'),
    consecutiveUnknowns: unknowns,
    recent,
    last: result,
  };
}

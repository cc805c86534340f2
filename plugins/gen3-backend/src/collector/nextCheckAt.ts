/** Rounds in a row without any contact before a host counts as gone. */
export const GONE_AFTER_ROUNDS = 5;

/** A host that is gone is asked half as often. Not less: three intervals without a result would show as stale. */
const GONE_FACTOR = 2;

/** By this part of an interval the rhythm is slower than an interval, so that a round that begins a little late keeps its turn. */
const SLACK = 0.05;

/** A round may wait this part of an interval for its turn, and still nothing that people see of a host that answers is older than two intervals. */
const LONGEST_WAIT = 0.25;

/** The longest time between the starts of two rounds, in intervals; below the three after which a status is stale. */
export const LONGEST_PAUSE_INTERVALS = GONE_FACTOR * (1 + SLACK);

/**
 * When the round after this one is due: never earlier than one interval after this one began.
 *
 * Rounds of one phase have the same turns, an interval and the slack apart, so that those of different phases do not march in
 * step. One that is out of turn, as after a start or a refresh, waits for its turn; if that is too long it comes after an
 * interval, which is a little less than the rhythm and so brings it nearer each time.
 */
export function nextCheckAt(options: {
  claimedAt: number;
  intervalMs: number;
  /** Rounds in a row in which the host could not be reached. */
  goneRounds: number;
  /** From 0 to below 1. */
  phase: number;
}): number {
  const { claimedAt, intervalMs, goneRounds, phase } = options;
  const isGone = goneRounds >= GONE_AFTER_ROUNDS;
  const earliest = claimedAt + intervalMs * (isGone ? GONE_FACTOR : 1);
  const period = intervalMs * (1 + SLACK);
  const turns = Math.ceil(earliest / period - phase);
  const turn = Math.ceil((turns + phase) * period);
  const longestWait =
    intervalMs * (isGone ? GONE_FACTOR * SLACK : LONGEST_WAIT);
  return turn - earliest <= longestWait ? turn : earliest;
}

/** Rounds in a row without any contact before a host counts as gone. */
export const GONE_AFTER_ROUNDS = 5;

/** A host that is gone is asked half as often. Not less: three intervals without a result would show as stale. */
const GONE_FACTOR = 2;

/** Rounds drift apart by up to this part of an interval, so that they do not march in step. */
const JITTER = 0.05;

/** The longest time between the starts of two rounds, in intervals; below the three after which a status is stale. */
export const LONGEST_PAUSE_INTERVALS = GONE_FACTOR + JITTER;

/** When the round after this one is due: never earlier than one interval after this one began. */
export function nextCheckAt(options: {
  claimedAt: number;
  intervalMs: number;
  /** Rounds in a row in which the host could not be reached. */
  goneRounds: number;
  random: () => number;
}): number {
  const { claimedAt, intervalMs, goneRounds, random } = options;
  const factor = goneRounds >= GONE_AFTER_ROUNDS ? GONE_FACTOR : 1;
  return claimedAt + Math.round(intervalMs * (factor + JITTER * random()));
}

/** Rounds that are due all at once, as after a start, are started within this part of an interval. */
const SPREAD_PART = 1 / 3;

/** So many may start together whatever the fleet's size: a small fleet need not wait. */
const ALWAYS = 5;

/**
 * How many rounds a collector may start now. Without a limit, a start of the portal or a pause would make the
 * whole fleet come at once: a burst of questions in which the portal itself would be what is slow. So would the turn of a large cluster.
 */
export function claimLimit(options: {
  /** Places that are free. */
  free: number;
  /** Commons whose probing is on. */
  fleetSize: number;
  intervalMs: number;
  /** Time between two claims. */
  pollMs: number;
}): number {
  const { free, fleetSize, intervalMs, pollMs } = options;
  const pace = Math.ceil((fleetSize * pollMs) / (intervalMs * SPREAD_PART));
  return Math.max(0, Math.min(free, Math.max(pace, ALWAYS)));
}

/** A result older than this many intervals is stale. @public */
export const STALE_AFTER_INTERVALS = 3;

/** A result this many intervals ahead is not only from a replica whose clock differs: a clock was changed. @public */
export const AHEAD_AFTER_INTERVALS = 1;

/** What is needed to read check states at a point in time. @public */
export interface ReadingTime {
  now: Date;
  intervalMs: number;
}

/**
 * Whether a result of that time says nothing about now: it is more than {@link STALE_AFTER_INTERVALS} old, or more than
 * {@link AHEAD_AFTER_INTERVALS} ahead. The latter is left behind by a clock that was set back, and would else look fresh until
 * the clock is there again. Replicas' clocks may differ by less than an interval.
 *
 * @public
 */
export function isStale(checkedAt: string, time: ReadingTime): boolean {
  const age = time.now.getTime() - Date.parse(checkedAt);
  return (
    age > STALE_AFTER_INTERVALS * time.intervalMs ||
    age < -AHEAD_AFTER_INTERVALS * time.intervalMs
  );
}

import { CronExpressionParser } from 'cron-parser';

/**
 * Times of a schedule around an instant; undefined when it is none, its time zone is none, or it is never due. Kubernetes counts in the
 * time zone of its controller where a CronJob names none, which is UTC as a rule.
 *
 * @param schedule - cron syntax with five fields, or a word such as `@hourly`.
 * @param options - `at` is in milliseconds since the epoch, and so is what `read` makes of the times.
 */
export function readSchedule<T>(
  schedule: string,
  options: {
    timeZone?: string;
    at: number;
    read: (times: { next(): number; previous(): number }) => T;
  },
): T | undefined {
  const { timeZone = 'UTC', at, read } = options;
  // A longer one is no schedule, and the parser is not asked to prove it.
  if (schedule.trim() === '' || schedule.length > 100) return undefined;
  try {
    const times = CronExpressionParser.parse(schedule, {
      currentDate: new Date(at),
      tz: timeZone,
    });
    return read({
      next: () => times.next().getTime(),
      previous: () => times.prev().getTime(),
    });
  } catch {
    // Whatever the parser has against it: what Kubernetes accepted and the portal does not understand is not known.
    return undefined;
  }
}

import { CronExpressionParser } from 'cron-parser';

/**
 * The last times, newest first, at which a schedule was due; undefined when the schedule or its time zone is none, or was
 * never due. Kubernetes counts in the time zone of its controller where a CronJob names none, which is UTC as a rule.
 *
 * @param schedule - cron syntax with five fields, or a word such as `@hourly`.
 * @returns milliseconds since the epoch.
 */
export function listDueTimes(
  schedule: string,
  options: { timeZone?: string; before: number; count: number },
): number[] | undefined {
  const { timeZone = 'UTC', before, count } = options;
  // A longer one is no schedule, and the parser is not asked to prove it.
  if (schedule.trim() === '' || schedule.length > 100) return undefined;
  try {
    const times = CronExpressionParser.parse(schedule, {
      currentDate: new Date(before),
      tz: timeZone,
    });
    return Array.from({ length: count }, () => times.prev().getTime());
  } catch {
    // Whatever the parser has against it: what Kubernetes accepted and the portal does not understand is not known.
    return undefined;
  }
}

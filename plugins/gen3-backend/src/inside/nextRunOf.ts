import { CronExpressionParser } from 'cron-parser';

/**
 * When a schedule is due next, ISO 8601 UTC; undefined when it is no schedule, or never due.
 *
 * @param now - milliseconds since the epoch.
 */
export function nextRunOf(
  spec: { schedule?: string; timeZone?: string } | undefined,
  now: number,
): string | undefined {
  const { schedule = '', timeZone = 'UTC' } = spec ?? {};
  // A longer one is no schedule, and the parser is not asked to prove it.
  if (schedule.trim() === '' || schedule.length > 100) return undefined;
  try {
    return CronExpressionParser.parse(schedule, {
      currentDate: new Date(now),
      tz: timeZone,
    })
      .next()
      .toDate()
      .toISOString();
  } catch {
    // What Kubernetes accepted and the parser does not understand is not known; the page shows the schedule itself.
    return undefined;
  }
}

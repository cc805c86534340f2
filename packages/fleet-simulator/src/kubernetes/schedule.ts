import { CronExpressionParser } from 'cron-parser';
import { DAY_MS, MINUTE_MS } from './timestamps';

/** Further back nobody looks: what did not run for a year never runs. */
const MAX_DAYS = 366;
/** Answers that are kept before all are forgotten; a fleet's schedules have some dozens a minute. */
const MAX_KEPT = 10_000;

/** What was last due, by schedule and minute: every list of jobs, pods and quotas asks the same of all commons. */
const lastDues = new Map<string, Date | undefined>();

/**
 * The last time at or before `time` that a cron schedule (UTC) was due; undefined when there is none in a year, as with Gen3's
 * `0 0 31 2 *`, which never comes.
 */
export function lastDue(schedule: string, time: Date): Date | undefined {
  // Schedules have no seconds.
  const minute = Math.floor(time.getTime() / MINUTE_MS);
  const key = `${minute} ${schedule}`;
  if (lastDues.has(key)) {
    return lastDues.get(key);
  }
  if (lastDues.size >= MAX_KEPT) {
    lastDues.clear();
  }
  const due = findLastDue(schedule, new Date(minute * MINUTE_MS));
  lastDues.set(key, due);
  return due;
}

function findLastDue(schedule: string, time: Date): Date | undefined {
  try {
    const due = CronExpressionParser.parse(schedule, {
      // The parser looks for what was before.
      currentDate: new Date(time.getTime() + 1),
      startDate: new Date(time.getTime() - MAX_DAYS * DAY_MS),
      tz: 'UTC',
    });
    return due.prev().toDate();
  } catch {
    // No such date, or none within the year.
    return undefined;
  }
}

/** The first time at or after `time` that a cron schedule (UTC) is due; undefined when there is none in a year. */
export function nextDue(schedule: string, time: Date): Date | undefined {
  try {
    const due = CronExpressionParser.parse(schedule, {
      // The parser looks for what comes after.
      currentDate: new Date(time.getTime() - 1),
      endDate: new Date(time.getTime() + MAX_DAYS * DAY_MS),
      tz: 'UTC',
    });
    return due.next().toDate();
  } catch {
    // No such date, or none within the year.
    return undefined;
  }
}

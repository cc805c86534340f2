import { readSchedule } from '../checks/inside/readSchedule';
import { toInstant } from '../database/columns';

/**
 * When a schedule is due next, ISO 8601 UTC; undefined when it is no schedule, or never due.
 *
 * @param now - milliseconds since the epoch.
 */
export function nextRunOf(
  spec: { schedule?: string; timeZone?: string } | undefined,
  now: number,
): string | undefined {
  return readSchedule(spec?.schedule ?? '', {
    timeZone: spec?.timeZone,
    at: now,
    read: times => toInstant(times.next()),
  });
}

import { readSchedule } from './readSchedule';

/**
 * The last times, newest first, at which a schedule was due; undefined when it is none, or was never due.
 *
 * @returns milliseconds since the epoch.
 */
export function listDueTimes(
  schedule: string,
  options: { timeZone?: string; before: number; count: number },
): number[] | undefined {
  const { timeZone, before, count } = options;
  return readSchedule(schedule, {
    timeZone,
    at: before,
    read: times => Array.from({ length: count }, () => times.previous()),
  });
}

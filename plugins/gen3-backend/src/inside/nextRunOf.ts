import type { KubernetesCronJob } from '@gen3-csoc/backstage-plugin-gen3-node';
import { readSchedule } from '../checks/inside/readSchedule';
import { toInstant } from '../database/columns';

/**
 * When a CronJob is due next, ISO 8601 UTC; undefined when its schedule is none, or never due.
 *
 * @param now - milliseconds since the epoch.
 */
export function nextRunOf(
  cronJob: KubernetesCronJob,
  now: number,
): string | undefined {
  return readSchedule(cronJob, {
    at: now,
    read: times => toInstant(times.next()),
  });
}

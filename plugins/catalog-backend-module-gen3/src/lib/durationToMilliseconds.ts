import { durationToMilliseconds as milliseconds } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** Length of a schedule's timeout in milliseconds. Months and years count as the platform counts them. */
export function durationToMilliseconds(
  duration: SchedulerServiceTaskScheduleDefinition['timeout'],
): number {
  return 'toMillis' in duration && typeof duration.toMillis === 'function'
    ? duration.toMillis()
    : milliseconds(duration);
}

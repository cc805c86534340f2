import { lastProgress } from '../rollouts/countPods';
import { rolloutDeadline } from './deploymentConditions';
import { Workload } from './workloads';

/** When a Deployment, and what is made of it, last became another: by its pods, by a fault, or as its rollout ran out of time. */
export function workloadChangedAt(workload: Workload, now: Date): Date {
  const { rollout, troubleAt } = workload;
  return [troubleAt, rolloutDeadline(workload, now)].reduce<Date>(
    (last, time) => (time && time <= now && time > last ? time : last),
    lastProgress(rollout, now),
  );
}

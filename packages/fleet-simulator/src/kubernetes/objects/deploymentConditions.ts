import { countPods, lastProgress } from '../rollouts/countPods';
import { newestRevision } from '../rollouts/podLife';
import { later, SECOND_MS, timestamp } from '../timestamps';
import { Condition } from '../types';
import { Workload } from './workloads';

/** After so long without progress a rollout has failed. */
export const PROGRESS_DEADLINE_SECONDS = 600;

/** `status.conditions` of a Deployment, as the deployment controller reports them. */
export function deploymentConditions(
  workload: Workload,
  now: Date,
): Condition[] {
  const { rollout, troubleAt } = workload;
  const isAvailable = countPods(rollout, now).ready >= rollout.desired;
  const since =
    !isAvailable && troubleAt ? troubleAt : lastProgress(rollout, now);
  return [available(isAvailable, since), progressing(workload, now)];
}

function available(isAvailable: boolean, since: Date): Condition {
  return {
    type: 'Available',
    status: isAvailable ? 'True' : 'False',
    lastUpdateTime: timestamp(since),
    lastTransitionTime: timestamp(since),
    reason: isAvailable
      ? 'MinimumReplicasAvailable'
      : 'MinimumReplicasUnavailable',
    message: `Deployment ${
      isAvailable ? 'has' : 'does not have'
    } minimum availability.`,
  };
}

/**
 * When a rollout fails for want of progress; undefined when it is complete. One that once was complete stays so: what crashes
 * later is no failed rollout.
 */
export function rolloutDeadline(
  { rollout }: Workload,
  now: Date,
): Date | undefined {
  const { completedAt } = rollout;
  return completedAt !== undefined && completedAt <= now
    ? undefined
    : later(lastProgress(rollout, now), PROGRESS_DEADLINE_SECONDS * SECOND_MS);
}

function progressing(workload: Workload, now: Date): Condition {
  const { name, rollout } = workload;
  const replicaSet = `${name}-${newestRevision(rollout).template.hash}`;
  const deadline = rolloutDeadline(workload, now);
  const hasFailed = deadline !== undefined && deadline <= now;
  const since = timestamp(hasFailed ? deadline : lastProgress(rollout, now));
  return {
    type: 'Progressing',
    status: hasFailed ? 'False' : 'True',
    lastUpdateTime: since,
    lastTransitionTime: since,
    ...outcomeOf(replicaSet, deadline === undefined, hasFailed),
  };
}

function outcomeOf(
  replicaSet: string,
  isComplete: boolean,
  hasFailed: boolean,
): Pick<Condition, 'reason' | 'message'> {
  if (isComplete) {
    return {
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${replicaSet}" has successfully progressed.`,
    };
  }
  return hasFailed
    ? {
        reason: 'ProgressDeadlineExceeded',
        message: `ReplicaSet "${replicaSet}" has timed out progressing.`,
      }
    : {
        reason: 'ReplicaSetUpdated',
        message: `ReplicaSet "${replicaSet}" is progressing.`,
      };
}

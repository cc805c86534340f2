import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { PodProblem } from './PodProblem';

const HOUR_MS = 3_600_000;

/** A pod that restarts more often is about to fail, or fails its users now and then. */
const TOLERABLE_RESTARTS_PER_HOUR = 3;

/**
 * A pod that serves now and restarts again and again. Kubernetes only counts restarts over the life of a pod, so their
 * rate is the mean of it, and one that has not restarted within the hour has calmed down.
 */
export function findRestarting(
  pods: KubernetesPod[],
  now: number,
): (PodProblem & { pod: string }) | undefined {
  return pods.flatMap(pod => {
    const rate = restartsPerHour(pod, now);
    return rate > TOLERABLE_RESTARTS_PER_HOUR
      ? [
          {
            pod: pod.metadata.name,
            cause: 'restarting' as const,
            clause: `restarts ${Math.round(rate)} times an hour`,
          },
        ]
      : [];
  })[0];
}

function restartsPerHour(pod: KubernetesPod, now: number): number {
  const { status, metadata } = pod;
  const containers = status?.containerStatuses ?? [];
  const isCalm = containers.every(({ lastState }) => {
    const endedAt = lastState?.terminated?.finishedAt;
    return endedAt === undefined || now - Date.parse(endedAt) > HOUR_MS;
  });
  const begunAt = status?.startTime ?? metadata.creationTimestamp;
  if (isCalm || begunAt === undefined) return 0;
  const restarts = Math.max(
    0,
    ...containers.map(({ restartCount = 0 }) => restartCount),
  );
  // A pod younger than an hour has had no hour yet to restart in.
  const hours = Math.max(1, (now - Date.parse(begunAt)) / HOUR_MS);
  return restarts / hours;
}

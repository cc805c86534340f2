import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { findKill } from './findPodProblem';
import { findRecentEnd, HOUR_MS } from './findRecentEnd';
import type { PodProblem } from './PodProblem';

/** A pod that restarts more often is about to fail, or fails its users now and then. */
const TOLERABLE_RESTARTS_PER_HOUR = 3;

/** How often pods were seen to restart within the last hour, by their names. */
export type RecentRestarts = ReadonlyMap<string, number>;

/**
 * A pod that serves now and is about to fail: it was out of memory within the last hour, or restarts again and again. One that has not
 * restarted within the hour has calmed down.
 *
 * Kubernetes only counts restarts over the life of a pod: without `recentRestarts` there is but their mean.
 *
 * @param now - milliseconds since the epoch.
 */
export function findRestarting(
  pods: KubernetesPod[],
  now: number,
  recentRestarts: RecentRestarts = new Map(),
): (PodProblem & { pod: string }) | undefined {
  return pods.flatMap(pod => {
    const { name } = pod.metadata;
    const problem = judgeRestarts(pod, now, recentRestarts.get(name) ?? 0);
    return problem ? [{ ...problem, pod: name }] : [];
  })[0];
}

function judgeRestarts(
  pod: KubernetesPod,
  now: number,
  recent: number,
): PodProblem | undefined {
  const kill = findKill(pod, now);
  if (kill?.cause === 'out-of-memory') return kill;
  const rate = Math.max(meanPerHour(pod, now), recent);
  if (rate <= TOLERABLE_RESTARTS_PER_HOUR) return undefined;
  const clause = `restarts ${Math.round(rate)} times an hour`;
  return kill
    ? { cause: kill.cause, clause: `${clause}: it ${kill.clause}` }
    : { cause: 'restarting', clause };
}

function meanPerHour({ status, metadata }: KubernetesPod, now: number): number {
  const containers = status?.containerStatuses ?? [];
  const begunAt = status?.startTime ?? metadata.creationTimestamp;
  const isCalm = containers.every(each => !findRecentEnd(each, now));
  if (isCalm || begunAt === undefined) return 0;
  const restarts = Math.max(
    0,
    ...containers.map(({ restartCount = 0 }) => restartCount),
  );
  // A pod younger than an hour has had no hour yet to restart in.
  const hours = Math.max(1, (now - Date.parse(begunAt)) / HOUR_MS);
  return restarts / hours;
}

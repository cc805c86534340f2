import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  type ContainerStatus,
  findContainerProblem,
} from './findContainerProblem';
import type { PodProblem } from './PodProblem';

/** Longer than a pod usually takes to begin or to end (`cloud-automation:gen3/bin/healthcheck.sh`: 600 s). */
export const PATIENCE_MS = 600_000;

/**
 * What keeps a pod from serving, the most telling first; undefined when nothing is known to: it serves, or it is just
 * beginning or ending.
 *
 * @param now - milliseconds since the epoch.
 */
export function findPodProblem(
  pod: KubernetesPod,
  now: number,
): PodProblem | undefined {
  return (
    findEviction(pod) ??
    findStuckEnd(pod, now) ??
    findContainersProblem(pod) ??
    findStuckBeginning(pod, now) ??
    findUnreadiness(pod)
  );
}

/** Whether a pod serves. */
export function isPodReady(pod: KubernetesPod): boolean {
  return conditionOf(pod, 'Ready')?.status === 'True';
}

function conditionOf(pod: KubernetesPod, type: string) {
  return pod.status?.conditions.find(condition => condition.type === type);
}

function findEviction({ status }: KubernetesPod): PodProblem | undefined {
  return status?.reason === 'Evicted'
    ? {
        cause: 'evicted',
        clause: `was evicted (${
          status.message ?? 'the node does not say why'
        })`,
      }
    : undefined;
}

function findStuckEnd(
  { metadata }: KubernetesPod,
  now: number,
): PodProblem | undefined {
  return isOlder(metadata.deletionTimestamp, now)
    ? { cause: 'terminating', clause: 'does not end' }
    : undefined;
}

function findContainersProblem({
  status,
}: KubernetesPod): PodProblem | undefined {
  const find = (statuses: ContainerStatus[], isInit: boolean) =>
    statuses.flatMap(container => {
      const problem = findContainerProblem(container, { isInit });
      return problem ? [problem] : [];
    });
  return [
    ...find(status?.initContainerStatuses ?? [], true),
    ...find(status?.containerStatuses ?? [], false),
  ][0];
}

function findStuckBeginning(
  pod: KubernetesPod,
  now: number,
): PodProblem | undefined {
  if (pod.status?.phase !== 'Pending') return undefined;
  const scheduled = conditionOf(pod, 'PodScheduled');
  if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
    return {
      cause: 'unschedulable',
      clause: `finds no node (${
        scheduled.message ?? 'the scheduler does not say why'
      })`,
    };
  }
  return isOlder(pod.metadata.creationTimestamp, now)
    ? { cause: 'pending', clause: 'has not begun for more than 10 min' }
    : undefined;
}

function findUnreadiness(pod: KubernetesPod): PodProblem | undefined {
  const isRunning = pod.status?.phase === 'Running';
  return isRunning && !isPodReady(pod)
    ? {
        cause: 'not-ready',
        clause: 'runs but does not pass its readiness probe',
      }
    : undefined;
}

function isOlder(instant: string | undefined, now: number): boolean {
  return instant !== undefined && now - Date.parse(instant) > PATIENCE_MS;
}

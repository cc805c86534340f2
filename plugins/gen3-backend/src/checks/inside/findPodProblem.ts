import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { ContainerStatus } from './ContainerStatus';
import { describeKill } from './describeKill';
import { describeOwnReason } from './describeOwnReason';
import { findContainerProblem } from './findContainerProblem';
import { findPodFailure } from './findPodFailure';
import { findRecentEnd } from './findRecentEnd';
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
  // What its containers do while a pod ends, says nothing of the service.
  if (pod.metadata.deletionTimestamp) return findStuckEnd(pod, now);
  return (
    findEviction(pod) ??
    findPodFailure(pod) ??
    findContainersProblem(pod) ??
    findStuckBeginning(pod, now) ??
    findUnreadiness(pod, now)
  );
}

/** Whether a pod is so young that it may just be beginning. */
export function isPodYoung({ metadata }: KubernetesPod, now: number): boolean {
  const { creationTimestamp } = metadata;
  return creationTimestamp !== undefined && !isOlder(creationTimestamp, now);
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

function findStuckEnd(pod: KubernetesPod, now: number): PodProblem | undefined {
  if (!isOlder(pod.metadata.deletionTimestamp, now)) return undefined;
  const reason = describeOwnReason(pod);
  return {
    cause: 'terminating',
    clause: `does not end${reason === undefined ? '' : ` (${reason})`}`,
  };
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

function findUnreadiness(
  pod: KubernetesPod,
  now: number,
): PodProblem | undefined {
  if (pod.status?.phase !== 'Running' || isPodReady(pod)) return undefined;
  return (
    findKill(pod, now) ?? {
      cause: 'not-ready',
      clause: 'runs but does not pass its readiness probe',
    }
  );
}

/** What killed a container of the pod within the last hour, which begins anew since. */
export function findKill(
  { status }: KubernetesPod,
  now: number,
): PodProblem | undefined {
  return status?.containerStatuses.flatMap(
    each => describeKill(each, findRecentEnd(each, now)) ?? [],
  )[0];
}

function isOlder(instant: string | undefined, now: number): boolean {
  return instant !== undefined && now - Date.parse(instant) > PATIENCE_MS;
}

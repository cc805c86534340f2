import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { conditionOf } from './conditionOf';
import { describeKill } from './describeKill';
import { describeOwnReason } from './describeOwnReason';
import { findContainerProblem } from './findContainerProblem';
import { findLostNode } from './findLostNode';
import { findPodFailure } from './findPodFailure';
import { findRecentEnd } from './findRecentEnd';
import { findStuckBeginning } from './findStuckBeginning';
import { listContainers } from './listContainers';
import { mostTelling } from './mostTelling';
import { isOverdue } from './patience';
import type { PodProblem } from './PodProblem';

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
  if (pod.metadata.deletionTimestamp) {
    return findLostNode(pod) ?? findStuckEnd(pod, now);
  }
  return (
    findEviction(pod) ??
    findPodFailure(pod) ??
    findContainersProblem(pod, now) ??
    findStuckBeginning(pod, now) ??
    findUnreadiness(pod, now)
  );
}

/** Whether a pod is so young that it may just be beginning. */
export function isPodYoung({ metadata }: KubernetesPod, now: number): boolean {
  const { creationTimestamp } = metadata;
  return creationTimestamp !== undefined && !isOverdue(creationTimestamp, now);
}

function isPodReady(pod: KubernetesPod): boolean {
  return conditionOf(pod, 'Ready')?.status === 'True';
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
  if (!isOverdue(pod.metadata.deletionTimestamp, now)) return undefined;
  const reason = describeOwnReason(pod);
  return {
    cause: 'terminating',
    clause: `does not end${reason === undefined ? '' : ` (${reason})`}`,
  };
}

function findContainersProblem(
  pod: KubernetesPod,
  now: number,
): PodProblem | undefined {
  return mostTelling(
    listContainers(pod).flatMap(({ container, isInit }) => {
      const problem = findContainerProblem(container, { isInit, now });
      return problem ? [problem] : [];
    }),
  );
}

function findUnreadiness(
  pod: KubernetesPod,
  now: number,
): PodProblem | undefined {
  if (pod.status?.phase !== 'Running' || isPodReady(pod)) return undefined;
  return (
    findLostNode(pod) ??
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

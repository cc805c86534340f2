import { describeDuration } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { conditionOf } from './conditionOf';
import { listContainers } from './listContainers';
import { isOverdue } from './patience';
import type { PodProblem } from './PodProblem';

/**
 * What keeps a pod from beginning although nothing of it has failed: no node, an init container that does not come to its end, or what
 * its containers wait for.
 *
 * @param now - milliseconds since the epoch.
 */
export function findStuckBeginning(
  pod: KubernetesPod,
  now: number,
): PodProblem | undefined {
  return (
    findUnscheduled(pod) ?? findHangingInit(pod, now) ?? findLongWait(pod, now)
  );
}

function findUnscheduled(pod: KubernetesPod): PodProblem | undefined {
  const scheduled = conditionOf(pod, 'PodScheduled');
  return pod.status?.phase === 'Pending' &&
    scheduled?.status === 'False' &&
    scheduled.reason === 'Unschedulable'
    ? {
        cause: 'unschedulable',
        clause: `finds no node (${
          scheduled.message ?? 'the scheduler does not say why'
        })`,
      }
    : undefined;
}

/**
 * Init containers run one after the other, so the last that runs is the one that all others wait for; those before it are sidecars. The
 * pod runs, and is not initialized, where they begin anew with their sandbox (`kubernetes:pkg/kubelet/kubelet_pods.go`, `getPhase`).
 */
function findHangingInit(
  pod: KubernetesPod,
  now: number,
): PodProblem | undefined {
  if (conditionOf(pod, 'Initialized')?.status !== 'False') return undefined;
  const current = (pod.status?.initContainerStatuses ?? [])
    .filter(({ state }) => state?.running)
    .at(-1);
  const since = current?.state?.running?.startedAt;
  return current && since !== undefined && isOverdue(since, now)
    ? {
        cause: 'init-failed',
        clause: `waits for its init container ${
          current.name
        }, which has run for ${describeDuration(now - Date.parse(since))}`,
      }
    : undefined;
}

function findLongWait(pod: KubernetesPod, now: number): PodProblem | undefined {
  if (
    pod.status?.phase !== 'Pending' ||
    !isOverdue(pod.metadata.creationTimestamp, now)
  ) {
    return undefined;
  }
  const wait = describeWait(pod);
  return {
    cause: 'pending',
    clause: `has not begun for more than 10 min${wait ? ` (${wait})` : ''}`,
  };
}

/** `fence: ContainerCreating`, of the first container that waits. Kubelet says more, such as of a volume that does not come, in events only. */
function describeWait(pod: KubernetesPod): string | undefined {
  return listContainers(pod).flatMap(({ container }) => {
    const { reason, message } = container.state?.waiting ?? {};
    const words = [container.name, reason, message].filter(Boolean);
    return words.length > 1 ? [words.join(': ')] : [];
  })[0];
}

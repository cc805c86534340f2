import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { findPodProblem, isPodYoung } from './findPodProblem';
import { findRefusal } from './findRefusal';
import { findRestarting, type RecentRestarts } from './findRestarting';
import { isPodOver } from './isPodOver';
import type { PodProblem } from './PodProblem';
import type { Trouble } from './Trouble';

/** Why fewer pods are ready than wanted: what is wrong now, else what was, else what can be said of it. */
export function findShortage(input: {
  name: string;
  workload: KubernetesWorkload;
  /** Undefined when pods cannot be read. */
  pods: KubernetesPod[] | undefined;
  /** Milliseconds since the epoch. */
  now: number;
}): Trouble {
  const { name, workload, pods, now } = input;
  const all = pods ?? [];
  const find = (pod: KubernetesPod) => findPodProblem(pod, now);
  return (
    findFirst(
      all.filter(pod => !isPodOver(pod)),
      find,
    ) ??
    findRefusal(workload) ??
    findFirst(all.filter(isPodOver), find) ?? {
      cause: 'short-of-pods',
      clause: describeSilence(name, pods),
    }
  );
}

/** What is wrong although as many pods are ready as wanted. */
export function findObstacle(input: {
  workload: KubernetesWorkload;
  /** Undefined when pods cannot be read. */
  pods: KubernetesPod[] | undefined;
  recentRestarts?: RecentRestarts;
  /** Milliseconds since the epoch. */
  now: number;
}): Trouble | undefined {
  const { workload, pods, recentRestarts, now } = input;
  const current = pods?.filter(pod => !isPodOver(pod)) ?? [];
  return (
    findFirst(current, pod => findLastingProblem(pod, now)) ??
    findRefusal(workload) ??
    findFirst(current, pod => findRestarting([pod], now, recentRestarts))
  );
}

/** A rollout brings pods that are not ready yet, while those before them still serve. */
function findLastingProblem(
  pod: KubernetesPod,
  now: number,
): PodProblem | undefined {
  const problem = findPodProblem(pod, now);
  // One that has begun anew runs and is not ready between two crashes.
  const isFirstRun =
    pod.status?.containerStatuses.every(
      ({ restartCount = 0 }) => restartCount === 0,
    ) ?? true;
  return problem?.cause === 'not-ready' && isFirstRun && isPodYoung(pod, now)
    ? undefined
    : problem;
}

function findFirst(
  pods: KubernetesPod[],
  find: (pod: KubernetesPod) => PodProblem | undefined,
): Trouble | undefined {
  for (const pod of pods) {
    const problem = find(pod);
    if (problem) {
      const { cause, clause } = problem;
      return { cause, clause: `${pod.metadata.name} ${clause}` };
    }
  }
  return undefined;
}

function describeSilence(
  name: string,
  pods: KubernetesPod[] | undefined,
): string {
  if (!pods) return `pods of ${name} cannot be read`;
  return pods.length === 0
    ? `no pods of ${name} are found`
    : `nothing says yet why (${name})`;
}

import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { findPodProblem, isPodYoung } from './findPodProblem';
import { findRefusal } from './findRefusal';
import { findRestarting, type RecentRestarts } from './findRestarting';
import { isPodOver } from './isPodOver';
import { mostTelling } from './mostTelling';
import type { PodProblem } from './PodProblem';
import type { Trouble } from './Trouble';

/**
 * Why fewer pods are ready than wanted: what is wrong now, else what was, else what can be said of it. Of several pods in trouble the one that
 * tells most of what to mend, whatever their order.
 */
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
  const list = (some: KubernetesPod[]) =>
    listTroubles(some, pod => findPodProblem(pod, now));
  return (
    mostTelling([
      ...list(all.filter(pod => !isPodOver(pod))),
      ...listRefusals(workload),
    ]) ??
    mostTelling(list(all.filter(isPodOver))) ?? {
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
    mostTelling([
      ...listTroubles(current, pod => findLastingProblem(pod, now)),
      ...listRefusals(workload),
    ]) ??
    mostTelling(
      listTroubles(current, pod => findRestarting([pod], now, recentRestarts)),
    )
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

function listTroubles(
  pods: KubernetesPod[],
  find: (pod: KubernetesPod) => PodProblem | undefined,
): Trouble[] {
  return pods.flatMap(pod => {
    const problem = find(pod);
    if (!problem) return [];
    const { cause, clause } = problem;
    return [{ cause, clause: `${pod.metadata.name} ${clause}` }];
  });
}

function listRefusals(workload: KubernetesWorkload): Trouble[] {
  const refusal = findRefusal(workload);
  return refusal ? [refusal] : [];
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

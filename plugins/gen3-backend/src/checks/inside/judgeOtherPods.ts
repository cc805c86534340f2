import {
  type KubernetesPlacement,
  rankOfStatus,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { findPodProblem } from './findPodProblem';
import { findRestarting, type RecentRestarts } from './findRestarting';
import { judgeWorkload } from './judgeWorkload';
import { listNames } from './listNames';
import { rankOfCause } from './mostTelling';
import { selectsPod } from './selectsPod';

/** What is wrong with a workload, or with a pod that has none. */
interface Trouble extends Verdict {
  name: string;
}

/** What a namespace holds. */
interface Found {
  pods: KubernetesPod[];
  /** Deployments and StatefulSets. */
  workloads: KubernetesWorkload[];
  /** The namespace, where nothing at all runs in it. */
  emptyPlace?: KubernetesPlacement;
  /** Names of the workloads of declared services. */
  declared: ReadonlySet<string>;
  /** @defaultValue nothing was seen */
  recentRestarts?: RecentRestarts;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Judges the pods that belong to no workload of a declared service and to no Job: those of other workloads as those of
 * services, but never worse than degraded, and a workload that somebody scaled to zero has none; then those that have no
 * workload. Nothing is known of a namespace in which nothing runs: where no service is declared either, all else that is read of it is well.
 *
 * Reasons are clauses that follow "Other pods".
 */
export function judgeOtherPods(found: Found): Verdict {
  const { emptyPlace } = found;
  if (emptyPlace) {
    const { namespace, cluster } = emptyPlace;
    return {
      outcome: 'unknown',
      cause: 'missing-workload',
      reason: `cannot be judged: nothing at all runs in namespace ${namespace} of cluster ${cluster}`,
    };
  }
  const others = found.workloads.filter(
    ({ metadata }) => !found.declared.has(metadata.name),
  );
  const lone = listLonePods(found);
  const count = others.length + lone.length;
  const [first, ...more] = [
    ...others.flatMap(workload => findTrouble(workload, found)),
    ...lone.flatMap(pod => findLoneTrouble(pod, found)),
  ].sort(byTelling);
  if (first) {
    const also =
      more.length > 0 ? `; also ${listNames(more.map(each => each.name))}` : '';
    return {
      outcome: 'degraded',
      cause: first.cause,
      reason: `are in trouble: ${first.name} ${first.reason}${also}`,
    };
  }
  return {
    outcome: 'up',
    cause: 'ok',
    reason:
      count > 0
        ? 'all serve'
        : 'are not there: services and jobs have them all',
  };
}

/** The worst first, then what tells most of what to mend, then by name: the order of a list says nothing. */
function byTelling(a: Trouble, b: Trouble): number {
  return (
    rankOfStatus(a.outcome) - rankOfStatus(b.outcome) ||
    rankOfCause(a.cause) - rankOfCause(b.cause) ||
    a.name.localeCompare(b.name, 'en')
  );
}

function findTrouble(
  workload: KubernetesWorkload,
  { pods, recentRestarts, now }: Found,
): Trouble[] {
  const { name } = workload.metadata;
  const verdict = judgeWorkload({
    name,
    workload,
    pods: pods.filter(pod => selectsPod(workload, pod)),
    recentRestarts,
    now,
  });
  const { outcome, cause } = verdict;
  return outcome === 'up' || cause === 'scaled-to-zero'
    ? []
    : [{ name, ...verdict }];
}

function listLonePods({ pods, workloads }: Found): KubernetesPod[] {
  return pods.filter(
    pod =>
      !isOfJob(pod) && !workloads.some(workload => selectsPod(workload, pod)),
  );
}

function isOfJob({ metadata }: KubernetesPod): boolean {
  return metadata.ownerReferences.some(({ kind }) => kind === 'Job');
}

/** A pod that failed and has an owner is a leftover: its owner has made another by now, or has ended with it. */
function findLoneTrouble(
  pod: KubernetesPod,
  { recentRestarts, now }: Found,
): Trouble[] {
  const { metadata, status } = pod;
  const isLeftover =
    status?.phase === 'Failed' && metadata.ownerReferences.length > 0;
  if (isLeftover || status?.phase === 'Succeeded') return [];
  const problem =
    findPodProblem(pod, now) ?? findRestarting([pod], now, recentRestarts);
  if (!problem) return [];
  const { cause, clause } = problem;
  return [{ name: metadata.name, outcome: 'degraded', cause, reason: clause }];
}

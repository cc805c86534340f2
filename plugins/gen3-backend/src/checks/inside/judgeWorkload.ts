import type {
  KubernetesPlacement,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { RecentRestarts } from './findRestarting';
import { findObstacle, findShortage } from './findTrouble';

/** What a Deployment or StatefulSet is judged by. */
export interface WorkloadInput {
  /** Name of the Deployment or StatefulSet. */
  name: string;
  /** Undefined when the namespace has none of that name. */
  workload: KubernetesWorkload | undefined;
  /** The namespace, where it has neither any workload nor any pod. @defaultValue it has some, or nobody knows */
  emptyPlace?: KubernetesPlacement;
  /** Its pods; undefined when pods cannot be read. */
  pods: KubernetesPod[] | undefined;
  /** @defaultValue nothing was seen */
  recentRestarts?: RecentRestarts;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Judges a Deployment or StatefulSet by its counts, and says why by its pods. Reasons are clauses that follow the name
 * of the service.
 *
 * * As many pods ready as wanted: up. Some: degraded. None: down. None wanted: degraded, in a word of its own, because
 *   somebody wanted it so.
 * * Enough pods and yet one in trouble is a rollout that does not get on, or a pod that begins anew again and again:
 *   degraded.
 */
export function judgeWorkload(input: WorkloadInput): Verdict {
  const { name, workload, pods, recentRestarts, now } = input;
  if (!workload) return judgeMissing(name, input.emptyPlace);
  const wanted = workload.spec?.replicas ?? 1;
  if (wanted === 0) {
    return {
      outcome: 'degraded',
      cause: 'scaled-to-zero',
      reason: `is scaled to zero (${name})`,
    };
  }
  const ready = workload.status?.readyReplicas ?? 0;
  const count = `has ${ready} of ${wanted} pods ready`;
  if (ready < wanted) {
    const { cause, clause } = findShortage({ name, workload, pods, now });
    const outcome = ready > 0 ? 'degraded' : 'down';
    return { outcome, cause, reason: `${count}: ${clause}` };
  }
  const found = findObstacle({ workload, pods, recentRestarts, now });
  return found
    ? {
        outcome: 'degraded',
        cause: found.cause,
        reason: `${count}, but ${found.clause}`,
      }
    : { outcome: 'up', cause: 'ok', reason: count };
}

/** One that is missing alone was not deployed; where nothing is there, all of the commons may be somewhere else. */
function judgeMissing(
  name: string,
  emptyPlace: KubernetesPlacement | undefined,
): Verdict {
  return {
    outcome: 'down',
    cause: 'missing-workload',
    reason: emptyPlace
      ? `has no ${name}: nothing at all runs in namespace ${emptyPlace.namespace} of cluster ${emptyPlace.cluster}`
      : `has no ${name} in its namespace`,
  };
}

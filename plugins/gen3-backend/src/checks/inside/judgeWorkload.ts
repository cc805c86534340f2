import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { findPodProblem } from './findPodProblem';
import { findRestarting } from './findRestarting';
import type { PodProblem } from './PodProblem';

/** A pod with what keeps it from serving. */
interface Trouble extends PodProblem {
  pod: string;
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
export function judgeWorkload(input: {
  /** Name of the Deployment or StatefulSet. */
  name: string;
  /** Undefined when the namespace has none of that name. */
  workload: KubernetesWorkload | undefined;
  /** Its pods; undefined when pods cannot be read. */
  pods: KubernetesPod[] | undefined;
  /** Milliseconds since the epoch. */
  now: number;
}): Verdict {
  const { name, workload, pods = [], now } = input;
  if (!workload) {
    return {
      outcome: 'down',
      cause: 'missing-workload',
      reason: `has no ${name} in its namespace`,
    };
  }
  const wanted = workload.spec?.replicas ?? 1;
  if (wanted === 0) {
    return {
      outcome: 'degraded',
      cause: 'scaled-to-zero',
      reason: `is scaled to zero (${name})`,
    };
  }
  const ready = workload.status?.readyReplicas ?? 0;
  const troubles = listTroubles(pods, now);
  // Evicted pods stay until somebody cleans up, long after others took their place: they explain only what nothing else does.
  const current = troubles.find(({ cause }) => cause !== 'evicted');
  const count = `${ready} of ${wanted} pods ready`;
  return ready >= wanted
    ? judgeReady(count, current ?? findRestarting(pods, now))
    : judgeShort(count, { name, ready, trouble: current ?? troubles[0] });
}

function judgeReady(count: string, trouble: Trouble | undefined): Verdict {
  return trouble
    ? {
        outcome: 'degraded',
        cause: trouble.cause,
        reason: `has ${count}, but ${trouble.pod} ${trouble.clause}`,
      }
    : { outcome: 'up', cause: 'ok', reason: `has ${count}` };
}

function judgeShort(
  count: string,
  found: { name: string; ready: number; trouble: Trouble | undefined },
): Verdict {
  const { name, ready, trouble } = found;
  return {
    outcome: ready > 0 ? 'degraded' : 'down',
    cause: trouble?.cause ?? 'not-ready',
    reason: trouble
      ? `has ${count}: ${trouble.pod} ${trouble.clause}`
      : `has ${count} (${name})`,
  };
}

function listTroubles(pods: KubernetesPod[], now: number): Trouble[] {
  return pods.flatMap(pod => {
    const problem = findPodProblem(pod, now);
    return problem ? [{ ...problem, pod: pod.metadata.name }] : [];
  });
}

import {
  type Gen3Service,
  type KubernetesPlacement,
  rankOfStatus,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { RecentRestarts } from './findRestarting';
import { judgeWorkload } from './judgeWorkload';
import { rankOfCause } from './mostTelling';
import { selectsPod } from './selectsPod';

/** What a namespace holds, as far as it could be read. */
interface Found {
  /** Deployments and StatefulSets. */
  workloads: KubernetesWorkload[];
  /** Why not all of them could be read; undefined when they could. */
  unread: Verdict | undefined;
  /** Undefined when pods cannot be read. */
  pods: KubernetesPod[] | undefined;
  /** The namespace, where it has nothing at all. */
  emptyPlace: KubernetesPlacement | undefined;
  seeRestarts: (pods: KubernetesPod[]) => RecentRestarts;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Judges all workloads of a service: it is as bad as the worst, and all that are in trouble are told, of equally bad ones the one first that
 * tells most of what to mend. What is known to be wrong comes before what could not be read.
 */
export function judgeService(
  service: Pick<Gen3Service, 'deployments'>,
  found: Found,
): Verdict {
  const [first, ...more] = service.deployments
    .map(name => judgeNamed(name, found))
    .sort(byTelling);
  if (!first) return { outcome: 'up', cause: 'ok', reason: 'has no workloads' };
  // All are missing from an empty namespace, which is one trouble.
  const also = found.emptyPlace ? [] : more.filter(isInTrouble);
  // Workloads that select the same pods have the same trouble.
  const reasons = new Set([first, ...also].map(({ reason }) => reason));
  return { ...first, reason: [...reasons].join('; also ') };
}

function judgeNamed(name: string, found: Found): Verdict {
  const workload = found.workloads.find(
    ({ metadata }) => metadata.name === name,
  );
  // It may be among those that could not be read.
  if (!workload && found.unread) return found.unread;
  const pods = workload && found.pods?.filter(pod => selectsPod(workload, pod));
  return judgeWorkload({
    name,
    workload,
    emptyPlace: found.emptyPlace,
    pods,
    recentRestarts: pods && found.seeRestarts(pods),
    now: found.now,
  });
}

function byTelling(a: Verdict, b: Verdict): number {
  return (
    rankOfStatus(a.outcome) - rankOfStatus(b.outcome) ||
    rankOfCause(a.cause) - rankOfCause(b.cause)
  );
}

function isInTrouble({ outcome }: Verdict): boolean {
  return outcome === 'down' || outcome === 'degraded';
}

import {
  type Gen3Service,
  INSIDE_CHECK_PREFIX,
  type KubernetesPlacement,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type ClusterClient,
  itemsOf,
  type KindReading,
  type KubernetesPod,
  type KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { findEmptyPlace } from './findEmptyPlace';
import { insideResult } from './insideResult';
import { judgeClusterFailure } from './judgeClusterFailure';
import { judgeService } from './judgeService';
import type { RestartMemory } from './RestartMemory';

/**
 * All Deployments and StatefulSets that a service consists of are there, and all their pods are ready. A workload is found by
 * its name, because labels differ from chart to chart (`gen3-helm:helm/common/templates/_labels_setup.tpl` and its
 * exceptions), and its pods by the selector that it has itself.
 */
export function createDeploymentsCheck(options: {
  client: ClusterClient;
  place: KubernetesPlacement;
  service: Gen3Service;
  /** Keeps what rounds see of restarts. */
  restarts: RestartMemory;
  /** Milliseconds since the epoch. */
  now: () => number;
}): Check {
  const { client, place, service, restarts, now } = options;
  const id = `${INSIDE_CHECK_PREFIX}deployments:${service.name}`;
  return {
    id,
    service: service.name,
    async run({ signal }) {
      const list = <K extends 'deployments' | 'statefulsets' | 'pods'>(
        kind: K,
      ) => client.list(kind, place, { signal });
      const [deployments, statefulsets, pods] = await Promise.all([
        list('deployments'),
        list('statefulsets'),
        list('pods'),
      ]);
      return insideResult({
        id,
        service: service.name,
        verdict: judgeReadings(
          { service, place, restarts, now: now() },
          { deployments, statefulsets, pods },
        ),
        place,
        readAt: deployments.readAt,
      });
    },
  };
}

interface Readings {
  deployments: KindReading<KubernetesWorkload>;
  statefulsets: KindReading<KubernetesWorkload>;
  pods: KindReading<KubernetesPod>;
}

/** Judges what could be read; a workload is only missing where both kinds could be. */
function judgeReadings(
  about: {
    service: Gen3Service;
    place: KubernetesPlacement;
    restarts: RestartMemory;
    now: number;
  },
  { deployments, statefulsets, pods }: Readings,
): Verdict {
  const { service, place, restarts, now } = about;
  return judgeService(service, {
    workloads: [...itemsOf(deployments), ...itemsOf(statefulsets)],
    unread:
      judgeUnread(deployments, { place, kind: 'deployments' }) ??
      judgeUnread(statefulsets, { place, kind: 'statefulsets' }),
    pods: pods.state === 'read' ? pods.items : undefined,
    emptyPlace: findEmptyPlace(place, [deployments, statefulsets, pods]),
    seeRestarts: own => restarts.see(own, place, now),
    now,
  });
}

function judgeUnread(
  reading: KindReading<unknown>,
  about: { place: KubernetesPlacement; kind: string },
): Verdict | undefined {
  const { place, kind } = about;
  return reading.state === 'failed'
    ? judgeClusterFailure({ ...reading, cluster: place.cluster, kind })
    : undefined;
}

import type { KubernetesPlacement } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type ClusterClient,
  itemsOf,
  type KindReading,
  type KubernetesPod,
  type KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** What runs in a namespace. */
export interface Running {
  /** By what was asked for; workloads are only all there where both kinds of them could be read. */
  readings: {
    pods: KindReading<KubernetesPod>;
    deployments: KindReading<KubernetesWorkload>;
    statefulsets: KindReading<KubernetesWorkload>;
  };
  /** Those that could be read. */
  pods: KubernetesPod[];
  /** Deployments and StatefulSets, those that could be read. */
  workloads: KubernetesWorkload[];
}

/** Lists the pods of a namespace and the workloads that tell whose they are. */
export async function listRunning(
  client: ClusterClient,
  place: KubernetesPlacement,
  options: { signal: AbortSignal },
): Promise<Running> {
  const [pods, deployments, statefulsets] = await Promise.all([
    client.list('pods', place, options),
    client.list('deployments', place, options),
    client.list('statefulsets', place, options),
  ]);
  return {
    readings: { pods, deployments, statefulsets },
    pods: itemsOf(pods),
    workloads: [...itemsOf(deployments), ...itemsOf(statefulsets)],
  };
}

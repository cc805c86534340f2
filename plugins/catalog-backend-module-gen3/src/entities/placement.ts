import { KUBERNETES_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { MergedCommons } from '../provider/mergeSources';

/** Where a commons runs. */
export interface ClusterPlacement {
  /** Name of the cluster as people know it. */
  cluster: string;
  /** Its name in Backstage's kubernetes config; absent when Backstage does not know the cluster. */
  kubernetesCluster?: string;
}

/** Which cluster a commons runs in, and whether Backstage knows it; undefined when no source says. */
export function placeCommons(
  commons: Pick<MergedCommons, 'cluster' | 'kubernetesCluster'>,
  kubernetesClusters: ReadonlySet<string>,
): ClusterPlacement | undefined {
  const cluster = commons.kubernetesCluster ?? commons.cluster;
  if (!cluster) {
    return undefined;
  }
  const known =
    commons.kubernetesCluster !== undefined || kubernetesClusters.has(cluster);
  return { cluster, ...(known ? { kubernetesCluster: cluster } : {}) };
}

/**
 * Selects all of a namespace: nothing has this label. Labels differ from chart to chart, a namespace holds one commons, and
 * the kubernetes plugin shows its tab only where there is a selector.
 */
const EVERYTHING = '!gen3.org/of-another-commons';

/**
 * What Backstage's kubernetes plugin shows of a whole commons; nothing unless it knows the cluster. The cluster is named also where
 * nobody names the namespace: then the plugin shows nothing, for want of a selector, and the health card says what is missing.
 */
export function commonsPlacementAnnotations(
  commons: Pick<MergedCommons, 'namespace'>,
  placement: ClusterPlacement | undefined,
): Record<string, string> {
  if (!placement?.kubernetesCluster) return {};
  const where = placementAnnotations(commons, placement);
  return Object.keys(where).length === 0
    ? { [KUBERNETES_ANNOTATIONS.cluster]: placement.kubernetesCluster }
    : { ...where, [KUBERNETES_ANNOTATIONS.labelSelector]: EVERYTHING };
}

/** Cluster and namespace, as Backstage's kubernetes plugin reads them; nothing unless it knows the cluster. */
export function placementAnnotations(
  commons: Pick<MergedCommons, 'namespace'>,
  placement: ClusterPlacement | undefined,
): Record<string, string> {
  return placement?.kubernetesCluster && commons.namespace
    ? {
        [KUBERNETES_ANNOTATIONS.cluster]: placement.kubernetesCluster,
        [KUBERNETES_ANNOTATIONS.namespace]: commons.namespace,
      }
    : {};
}

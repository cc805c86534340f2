import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ResourceEntityV1alpha1,
} from '@backstage/catalog-model';
import {
  clusterEntityName,
  GEN3_ANNOTATIONS,
  KUBERNETES_CLUSTER_TYPE,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Builds the Resource of a cluster for the source that emits it. Pure. */
export function buildClusterEntity(
  cluster: string,
  source: { id: string; owner: string },
): ResourceEntityV1alpha1 {
  const location = `gen3-source:${source.id}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: clusterEntityName(cluster),
      title: cluster,
      description: `Kubernetes cluster ${cluster}.`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [GEN3_ANNOTATIONS.source]: source.id,
      },
    },
    spec: { type: KUBERNETES_CLUSTER_TYPE, owner: source.owner },
  };
}

import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  ResourceEntityV1alpha1,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  clusterEntityName,
  GEN3_ANNOTATIONS,
  KUBERNETES_CLUSTER_TYPE,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { compareText } from '../lib/compareText';
import { MergedCommons } from '../provider/mergeSources';
import { buildCommonsEntity } from './buildCommonsEntity';
import { buildServiceEntities, ClusterPlacement } from './buildServiceEntities';

/**
 * Builds all entities of all sources. Pure and deterministic.
 *
 * A cluster that several sources use is one Resource, emitted by the source that is listed first of them.
 *
 * @returns entities by the source that owns them, sorted by ref; a source that owns none has an empty list
 */
export function buildEntities(options: {
  commons: readonly MergedCommons[];
  /** Ids and owners of sources, in the order they are listed. */
  sources: ReadonlyArray<{ id: string; owner: string }>;
  registry: ServiceRegistry;
  /** Clusters that Backstage's kubernetes plugin knows. */
  kubernetesClusters: ReadonlySet<string>;
}): Map<string, Entity[]> {
  const { commons, sources, registry, kubernetesClusters } = options;
  const claimed = new Set<string>();
  return new Map(
    sources.map(source => {
      const own = commons.filter(one => one.sourceId === source.id);
      const entities: Entity[] = [];
      for (const one of own) {
        const placement = placeCommons(one, kubernetesClusters);
        const clusterName = placement && clusterEntityName(placement.cluster);
        entities.push(
          buildCommonsEntity({ commons: one, registry, clusterName }),
          ...buildServiceEntities({ commons: one, registry, placement }),
        );
        if (placement && clusterName && !claimed.has(clusterName)) {
          claimed.add(clusterName);
          entities.push(buildClusterEntity(placement.cluster, source));
        }
      }
      return [source.id, sortByRef(entities)] as const;
    }),
  );
}

function placeCommons(
  commons: MergedCommons,
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

function buildClusterEntity(
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

function sortByRef(entities: Entity[]): Entity[] {
  return entities
    .map(entity => ({ entity, ref: stringifyEntityRef(entity) }))
    .sort((a, b) => compareText(a.ref, b.ref))
    .map(({ entity }) => entity);
}

import { Entity } from '@backstage/catalog-model';
import {
  clusterEntityName,
  commonsEntityName,
  Gen3Service,
  GEN3_ANNOTATIONS,
  GEN3_SERVICE_TYPE,
  KUBERNETES_ANNOTATIONS,
  lifecycleOfHostname,
  serviceEntityName,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { compareText } from '../lib/compareText';
import { MergedCommons } from '../provider/mergeSources';
import { locationAnnotations } from './locationAnnotations';
import { ClusterPlacement, placementAnnotations } from './placement';

/** Builds one Component per service of a commons, in the order of the services. Pure. */
export function buildServiceEntities(options: {
  commons: MergedCommons;
  registry: ServiceRegistry;
  placement?: ClusterPlacement;
}): Entity[] {
  const { commons, registry, placement } = options;
  const { hostname } = commons;
  const present = new Set(commons.services.map(({ name }) => name));
  return commons.services.map(({ name, imageTag }) => {
    const row = registry.get(name);
    const neighbours = (row?.dependsOn ?? [])
      .filter(other => present.has(other) && other !== name)
      .map(other => `component:default/${serviceEntityName(hostname, other)}`);
    const resources = placement
      ? [`resource:default/${clusterEntityName(placement.cluster)}`]
      : [];
    const dependsOn = [...neighbours, ...resources].sort(compareText);
    const title = row?.title ?? name;
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: serviceEntityName(hostname, name),
        title: `${title} (${commons.title ?? hostname})`,
        description: `${
          row?.description ?? `Gen3 service ${name}.`
        } Service ${name} of ${hostname}.`,
        annotations: {
          ...locationAnnotations(commons.provenance),
          [GEN3_ANNOTATIONS.hostname]: hostname,
          [GEN3_ANNOTATIONS.service]: name,
          [GEN3_ANNOTATIONS.source]: commons.sourceId,
          ...(imageTag ? { [GEN3_ANNOTATIONS.imageTag]: imageTag } : {}),
          ...(placement
            ? {
                [GEN3_ANNOTATIONS.cluster]: clusterEntityName(
                  placement.cluster,
                ),
              }
            : {}),
          ...kubernetesAnnotations(commons, row, placement),
        },
        links: row?.docsUrl
          ? [{ url: row.docsUrl, title: 'Documentation', icon: 'docs' }]
          : [],
      },
      spec: {
        type: GEN3_SERVICE_TYPE,
        lifecycle: commons.lifecycle ?? lifecycleOfHostname(hostname),
        owner: commons.owner,
        system: `system:default/${commonsEntityName(hostname)}`,
        ...(dependsOn.length > 0 ? { dependsOn } : {}),
      },
    };
  });
}

/**
 * What Backstage's kubernetes plugin goes by. Written only where it can answer: its tab appears on every entity that has
 * a selector, whether or not the cluster is known to it.
 */
function kubernetesAnnotations(
  commons: MergedCommons,
  row: Gen3Service | undefined,
  placement: ClusterPlacement | undefined,
): Record<string, string> {
  const where = placementAnnotations(commons, placement);
  if (Object.keys(where).length === 0 || !row?.podSelector) {
    return {};
  }
  return {
    ...where,
    [KUBERNETES_ANNOTATIONS.labelSelector]: row.podSelector,
  };
}

import { SourceConfig } from '../config/SourceConfig';
import { DiscoveredCommons } from '../sources/types';

/** A commons with what its source's configuration says about it. */
export interface ConfiguredCommons extends DiscoveredCommons {
  owner: string;
  relationship: 'managed' | 'associated';
  probing: 'on' | 'off';
  /** Name of the cluster in Backstage's kubernetes config, when the source maps it or reads that cluster. */
  kubernetesCluster?: string;
  /** Base URL of the Argo CD that deploys it. */
  argocdUrl?: string;
  /** Documentation that its source names; a `docsUrl` of the commons itself, from whichever source, comes before it. */
  sourceDocsUrl?: string;
}

/**
 * Fills in what the configuration of the source decides. Done when entities are built, not when the source is read, so
 * that a changed setting takes effect without a new reading.
 */
export function applySourceConfig(
  commons: DiscoveredCommons,
  config: SourceConfig,
): ConfiguredCommons {
  const relationship = commons.relationship ?? config.relationship;
  const cluster = commons.cluster;
  const kubernetesCluster =
    config.type === 'kubernetes' ? cluster : lookUp(config.clusters, cluster);
  const sourceDocsUrl =
    lookUp(config.docs, commons.hostname) ?? config.docs['*'];
  const argocdUrl = lookUp(config.argocd, cluster) ?? config.argocd['*'];
  return {
    ...commons,
    owner:
      lookUp(config.owners, commons.hostname) ?? commons.owner ?? config.owner,
    relationship,
    probing: commons.probing ?? probingOf(relationship, config),
    ...(kubernetesCluster ? { kubernetesCluster } : {}),
    ...(argocdUrl ? { argocdUrl } : {}),
    ...(sourceDocsUrl ? { sourceDocsUrl } : {}),
  };
}

/** A cluster may have any name, also `constructor`, which every object answers to. */
function lookUp(
  values: Record<string, string>,
  key: string | undefined,
): string | undefined {
  return key !== undefined && Object.hasOwn(values, key)
    ? values[key]
    : undefined;
}

/** A commons that departs from its source's relationship also departs from the default that follows from it. */
function probingOf(
  relationship: 'managed' | 'associated',
  config: SourceConfig,
): 'on' | 'off' {
  if (relationship === config.relationship) {
    return config.probing;
  }
  return relationship === 'associated' ? 'off' : config.probing;
}

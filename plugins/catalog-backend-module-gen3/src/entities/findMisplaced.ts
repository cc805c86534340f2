import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { LOCATORS_KEY } from '../config/readKubernetesClusterNames';
import { MergedCommons, SourceFinding } from '../provider/mergeSources';
import { isInGit } from '../sources/types';
import { placeCommons } from './placement';

/** Why a commons whose cluster is named cannot be looked at inside. */
export function findMisplaced(
  commons: MergedCommons,
  kubernetesClusters: ReadonlySet<string>,
): SourceFinding[] {
  const placement = placeCommons(commons, kubernetesClusters);
  if (!placement) return [];
  const { cluster, kubernetesCluster } = placement;
  if (kubernetesCluster === undefined) {
    // A portal without any cluster lacks none.
    return kubernetesClusters.size > 0
      ? [describeNotConnected(commons, cluster, kubernetesClusters)]
      : [];
  }
  return commons.namespace === undefined
    ? [describeNoNamespace(commons, kubernetesCluster)]
    : [];
}

/** A commons in a cluster that Backstage knows, of which nobody says where in it. */
function describeNoNamespace(
  commons: MergedCommons,
  cluster: string,
): SourceFinding {
  const { sourceId, member, hostname } = commons;
  return {
    sourceId,
    member,
    finding: {
      severity: 'warning',
      code: 'namespace-missing',
      message: `"${hostname}" is in cluster "${cluster}", and no source names its namespace: its workloads cannot be looked at`,
      ...whereToNameNamespace(commons),
    },
  };
}

/** A commons in a cluster that Backstage has by no such name, and that its source maps to none. */
function describeNotConnected(
  { sourceId, member, hostname }: MergedCommons,
  cluster: string,
  connected: ReadonlySet<string>,
): SourceFinding {
  return {
    sourceId,
    member,
    finding: {
      severity: 'info',
      code: 'cluster-not-connected',
      message: `"${hostname}" cannot be looked at inside: its cluster "${cluster}" is none of ${LOCATORS_KEY}; known are ${[
        ...connected,
      ].join(', ')}`,
      fix: `Map the name in "clusters" of source "${sourceId}", or add the cluster to ${LOCATORS_KEY}.`,
    },
  };
}

/** Only sources that may name a namespace can lack one: an Application, and an entry in the config. */
function whereToNameNamespace({
  provenance,
  flavour,
  hostname,
}: MergedCommons): Pick<Finding, 'fix' | 'file' | 'key'> {
  if (!isInGit(provenance)) {
    // The path of an entry of a list ends with its hostname.
    const key = provenance.path.replace(`.${hostname}`, '');
    return { key, fix: `Set "namespace" of "${hostname}" in "${key}".` };
  }
  return flavour === 'cloud-automation'
    ? {
        fix: `A manifest names no namespace: add a source of type "kubernetes" that reads the cluster, or list "${hostname}" with its "namespace" in one of type "static".`,
      }
    : {
        file: provenance.path,
        key: 'spec.destination.namespace',
        fix: 'Set "spec.destination.namespace" of the Application.',
      };
}

import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  ClusterFailure,
  KindReading,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { ClusterLists, DiscoveryKind } from './readClusterLists';

/** Kinds of Kubernetes itself: every cluster has them. */
const ALWAYS_SERVED: readonly DiscoveryKind[] = [
  'namespaces',
  'configmaps',
  'deployments',
  'statefulsets',
];

/**
 * Says what could not be read of some kinds of a cluster, or undefined when all was. A list that was read in part counts as
 * one that was not; an add-on that the cluster does not have has nothing to read.
 */
export function describeUnread(
  cluster: string,
  lists: ClusterLists,
  kinds: readonly DiscoveryKind[],
): Finding | undefined {
  const unread = kinds.flatMap(kind => {
    const clause = clauseOf(kind, lists[kind]);
    return clause ? [{ kind, clause }] : [];
  });
  const [first] = unread;
  if (!first) return undefined;
  // A cluster that cannot be reached says the same of each kind.
  const clauses = new Map<string, DiscoveryKind[]>();
  for (const { kind, clause } of unread) {
    clauses.set(clause, [...(clauses.get(clause) ?? []), kind]);
  }
  return {
    severity: 'error',
    code: 'cluster-not-read',
    message: `Cluster "${cluster}" could not be read: ${[...clauses]
      .map(([clause, of]) => `${of.join(', ')}: ${clause}`)
      .join('; ')}`,
    fix: fixOf(cluster, lists[first.kind]),
  };
}

/** Why a list is not to be relied on; undefined when it is. */
function clauseOf(
  kind: DiscoveryKind,
  reading: KindReading<unknown>,
): string | undefined {
  if (reading.state === 'read') {
    return reading.odd > 0
      ? 'objects without a name are among them'
      : undefined;
  }
  const isAbsent =
    reading.failure === 'not-served' && !ALWAYS_SERVED.includes(kind);
  return isAbsent ? undefined : reading.detail;
}

const CONNECTION =
  'See that the API server answers, and that its "url" and "caData" below "kubernetes.clusterLocatorMethods" are right.';

const RIGHTS =
  'Give the account of the portal there the right to list them (ClusterRole in docs/inside.md).';

const FIXES: Partial<Record<ClusterFailure, string>> = {
  forbidden: RIGHTS,
  'unknown-cluster':
    'Add the cluster to "kubernetes.clusterLocatorMethods", or take it out of "clusters" of this source.',
  'no-place':
    'Nothing, if the next run reads it; otherwise raise "gen3.kubernetes.maxPerCluster" or "gen3.kubernetes.maxConcurrent".',
  'no-kubernetes-plugin':
    'Install and configure Backstage\'s kubernetes plugin ("@backstage/plugin-kubernetes-backend").',
};

function fixOf(cluster: string, reading: KindReading<unknown>): string {
  if (reading.state === 'read') {
    return 'Look at what answers in place of the API server: Kubernetes has no objects without a name.';
  }
  if (reading.failure === 'unauthorized') {
    return `Renew the credentials of "${cluster}" below "kubernetes.clusterLocatorMethods".`;
  }
  return FIXES[reading.failure] ?? CONNECTION;
}

import {
  Finding,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { isObjectName, itemsOf } from '@gen3-csoc/backstage-plugin-gen3-node';
import { compareText } from '../../lib/compareText';
import { MemberReading } from '../types';
import { buildPlace } from './buildPlace';
import { describeUnread } from './describeUnread';
import { Deployer, findDeployers } from './findDeployers';
import { ClusterLists, DiscoveryKind, isNotServed } from './readClusterLists';

/** Kinds that tell where commons are, besides what deploys them. */
const OF_PLACES: readonly DiscoveryKind[] = ['namespaces', 'configmaps'];
const OF_DEPLOYERS: readonly DiscoveryKind[] = [
  'applications',
  'awsgen3apphelm1s',
];
const OF_WORKLOADS: readonly DiscoveryKind[] = ['deployments', 'statefulsets'];

/** Whether nothing at all could be read that tells where commons are. */
export function isUnreadable(lists: ClusterLists): boolean {
  return [...OF_PLACES, ...OF_DEPLOYERS].every(
    kind => lists[kind].state === 'failed',
  );
}

/**
 * Says what all clusters of a source know of commons: one member for each namespace that holds one, and one for each cluster
 * of which so much is missing that commons may be. The latter has the cluster's name, as the first part of its members'
 * keys: like a file that cannot be read, it says nothing of those that are absent. Pure.
 *
 * @returns sorted by member
 */
export function buildMembers(options: {
  clusters: ReadonlyMap<string, ClusterLists>;
  charts: readonly string[];
  registry: ServiceRegistry;
}): MemberReading[] {
  const { clusters, charts, registry } = options;
  const names = [...clusters.keys()];
  const deployers = [...clusters].flatMap(([cluster, lists]) =>
    findDeployers({ cluster, lists, clusters: names, charts, registry }),
  );
  return [...clusters]
    .flatMap(([cluster, lists]) => {
      const unreadDeployers = describeUnreadDeployers(cluster, clusters);
      const unread =
        describeUnread(cluster, lists, [...OF_PLACES, ...OF_DEPLOYERS]) ??
        unreadDeployers[0];
      return [
        ...buildCluster({
          cluster,
          lists,
          deployers: deployers.filter(each => each.cluster === cluster),
          unreadDeployers,
          registry,
        }),
        ...(unread
          ? [{ kind: 'quarantined' as const, member: cluster, finding: unread }]
          : []),
      ];
    })
    .sort((a, b) => compareText(a.member, b.member));
}

/**
 * What could not be read of the clusters whose Argo CD may deploy to this one: itself, and when it has no Argo CD, any other.
 */
function describeUnreadDeployers(
  cluster: string,
  clusters: ReadonlyMap<string, ClusterLists>,
): Finding[] {
  return [...clusters].flatMap(([other, lists]) => {
    const own = clusters.get(cluster);
    const mayDeploy =
      other === cluster || (own && isNotServed(own.applications));
    return (mayDeploy && describeUnread(other, lists, OF_DEPLOYERS)) || [];
  });
}

function buildCluster(options: {
  cluster: string;
  lists: ClusterLists;
  /** Those that deploy to this cluster. */
  deployers: readonly Deployer[];
  unreadDeployers: readonly Finding[];
  registry: ServiceRegistry;
}): MemberReading[] {
  const { cluster, lists, unreadDeployers, registry } = options;
  const manifests = groupByNamespace(itemsOf(lists.configmaps));
  const workloads = groupByNamespace([
    ...itemsOf(lists.deployments),
    ...itemsOf(lists.statefulsets),
  ]);
  const labelled = itemsOf(lists.namespaces)
    .filter(({ metadata }) => metadata.labels?.role === 'gen3')
    .map(({ metadata }) => metadata.name);
  const namespaces = new Set([
    ...manifests.keys(),
    ...labelled,
    ...options.deployers.map(({ namespace }) => namespace),
  ]);
  return [...namespaces].filter(isObjectName).map(namespace => {
    const manifest = manifests.get(namespace)?.[0];
    const deployers = options.deployers.filter(
      each => each.namespace === namespace,
    );
    const ownUnread = describeUnread(cluster, lists, [
      ...(manifest ? [] : (['configmaps'] as const)),
      ...OF_WORKLOADS,
    ]);
    return buildPlace({
      cluster,
      namespace,
      manifest,
      deployers,
      workloads:
        lists.deployments.state === 'read'
          ? workloads.get(namespace) ?? []
          : undefined,
      unread: [
        ...(ownUnread ? [ownUnread] : []),
        ...(deployers.length > 0 ? [] : unreadDeployers),
      ],
      registry,
    });
  });
}

function groupByNamespace<T extends { metadata: { namespace?: string } }>(
  objects: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of objects) {
    const { namespace } = each.metadata;
    if (namespace) {
      const group = groups.get(namespace) ?? [];
      group.push(each);
      groups.set(namespace, group);
    }
  }
  return groups;
}

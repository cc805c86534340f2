import {
  createServiceRegistry,
  Gen3Service,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { CommonsFacts, createCommonsFacts } from '../commons/CommonsFacts';
import { Commons } from '../commons/types';
import { FaultReader, FaultTable } from '../faults/FaultTable';
import { clusterHost, Fault } from '../faults/types';
import { Fleet, FleetReader } from '../fleet/Fleet';
import { planReplicas } from '../faults/planReplicas';
import { Change } from './changes/Change';
import {
  ChangesReader,
  ClusterChanges,
  withChanges,
} from './changes/ClusterChanges';
import { KubernetesVersion } from './KubernetesVersion';
import { Sync, syncOf } from './sync/syncOf';
import { usuallyDeployedAt } from './usualAges';

/** What a cluster's objects follow from. */
export interface ClusterView {
  name: string;
  version: KubernetesVersion;
  facts: CommonsFacts;
  now: Date;
  /** When the simulator started; everything that is well was there long before. */
  startedAt: Date;
  /** Names of all namespaces, in order. */
  namespaces: readonly string[];
  /** The commons of a namespace. */
  commonsIn(namespace: string): NamespaceView | undefined;
}

/** A commons in its namespace. */
export interface NamespaceView {
  cluster: ClusterView;
  namespace: string;
  /** The commons as it runs now, which is not yet what git declares while Argo CD brings it there. */
  commons: Commons;
  /** The commons as git declares it. */
  declared: Commons;
  /** How the one becomes the other. */
  sync: Sync;
  /** What was done to it, oldest first. */
  changes: readonly Change[];
  facts: CommonsFacts;
  /** Services of the commons that the registry knows. */
  services: readonly Gen3Service[];
  /** What is wrong with a service, a second Deployment or a job; `*` for the commons as a whole. */
  faultOf(name: string): Fault;
  /** When it went wrong; the simulator's start when nothing is wrong. */
  brokenSince(name: string): Date;
}

/** What views are made of. */
export interface ViewParts {
  fleet: FleetReader;
  faults: FaultReader;
  changes: ChangesReader;
  seed: string;
  now: () => Date;
  startedAt: Date;
  /** @defaultValue 1.35 */
  versionOf(cluster: string): KubernetesVersion;
}

/** Where Argo CD lives and keeps its Applications. */
export const ARGOCD_NAMESPACE = 'argocd';

const SYSTEM_NAMESPACES = [
  ARGOCD_NAMESPACE,
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

const registry = createServiceRegistry();

/** The cluster as it is now; undefined when no commons is in it. */
export function viewCluster(
  parts: ViewParts,
  name: string,
): ClusterView | undefined {
  const byNamespace = parts.fleet.namespacesOf(name);
  if (!byNamespace) {
    return undefined;
  }
  const cluster: ClusterView = {
    name,
    version: parts.versionOf(name),
    facts: createCommonsFacts(parts.seed, clusterHost(name)),
    now: parts.now(),
    startedAt: parts.startedAt,
    namespaces: [
      ...new Set([...SYSTEM_NAMESPACES, ...byNamespace.keys()]),
    ].sort(),
    commonsIn: namespace => {
      const commons = byNamespace.get(namespace);
      return commons && viewNamespace(parts, cluster, namespace, commons);
    },
  };
  return cluster;
}

/** The cluster as it was at `time`; undefined when that is forgotten, or was before the simulator started. */
export function viewClusterAt(
  parts: ViewParts & {
    fleet: Fleet;
    faults: FaultTable;
    changes: ClusterChanges;
  },
  name: string,
  time: Date,
): ClusterView | undefined {
  const fleet = parts.fleet.before(time);
  const faults = parts.faults.before(time);
  const changes = parts.changes.before(time);
  return fleet && faults && time >= parts.startedAt
    ? viewCluster({ ...parts, fleet, faults, changes, now: () => time }, name)
    : undefined;
}

/** The cluster as it would be with more changes of one of its commons. */
export function viewChanged(
  parts: ViewParts,
  cluster: ClusterView,
  hostname: string,
  more: readonly Change[],
): ClusterView {
  const { now, name } = cluster;
  const changes = withChanges(parts.changes, hostname, more);
  return viewCluster({ ...parts, changes, now: () => now }, name) ?? cluster;
}

/** The rows of the registry for a commons' services. */
export function registeredServices({
  services,
}: Pick<Commons, 'services'>): Gen3Service[] {
  return [...services.keys()].flatMap(name => registry.get(name) ?? []);
}

/** A commons in its cluster; undefined when it is in none, or another one is in its place. */
export function viewCommons(
  parts: ViewParts,
  { hostname, cluster, namespace }: Commons,
): NamespaceView | undefined {
  const view =
    cluster === undefined || namespace === undefined
      ? undefined
      : viewCluster(parts, cluster)?.commonsIn(namespace);
  return view?.declared.hostname === hostname ? view : undefined;
}

function viewNamespace(
  parts: ViewParts,
  cluster: ClusterView,
  namespace: string,
  declared: Commons,
): NamespaceView {
  const { faults, seed, startedAt } = parts;
  const { hostname } = declared;
  const facts = createCommonsFacts(seed, hostname);
  const changes = parts.changes.of(hostname);
  const faultOf = (name: string) => faults.get(hostname, name);
  const brokenSince = (name: string) =>
    faults.since(hostname, name) ?? startedAt;
  const sync = syncOf({
    declared,
    changes,
    deployedAt: usuallyDeployedAt(facts, startedAt),
    now: cluster.now,
    isHeldUp: (service, time) => {
      const { trouble, ready } = planReplicas(faultOf(service));
      return (
        trouble !== undefined && ready === 0 && brokenSince(service) < time
      );
    },
  });
  return {
    cluster,
    namespace,
    commons: sync.running,
    declared,
    sync,
    changes,
    facts,
    services: registeredServices(sync.running),
    faultOf,
    brokenSince,
  };
}

import {
  createServiceRegistry,
  Gen3Service,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { CommonsFacts, createCommonsFacts } from '../commons/CommonsFacts';
import { Commons } from '../commons/types';
import { FaultReader, FaultTable } from '../faults/FaultTable';
import { clusterHost, Fault } from '../faults/types';
import { Fleet, FleetReader } from '../fleet/Fleet';
import { KubernetesVersion } from './KubernetesVersion';

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
  commons: Commons;
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
  parts: ViewParts & { fleet: Fleet; faults: FaultTable },
  name: string,
  time: Date,
): ClusterView | undefined {
  const fleet = parts.fleet.before(time);
  const faults = parts.faults.before(time);
  return fleet && faults && time >= parts.startedAt
    ? viewCluster({ ...parts, fleet, faults, now: () => time }, name)
    : undefined;
}

/** The rows of the registry for a commons' services. */
export function registeredServices({
  services,
}: Pick<Commons, 'services'>): Gen3Service[] {
  return [...services.keys()].flatMap(name => registry.get(name) ?? []);
}

function viewNamespace(
  { faults, seed, startedAt }: ViewParts,
  cluster: ClusterView,
  namespace: string,
  commons: Commons,
): NamespaceView {
  const { hostname } = commons;
  return {
    cluster,
    namespace,
    commons,
    facts: createCommonsFacts(seed, hostname),
    services: registeredServices(commons),
    faultOf: name => faults.get(hostname, name),
    brokenSince: name => faults.since(hostname, name) ?? startedAt,
  };
}

import type {
  ClusterClient,
  ClusterVersions,
  KindReading,
  KubernetesKind,
  KubernetesObject,
  KubernetesPlace,
  VersionReading,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Kinds that the portal reads in the namespace of a commons. */
const OF_NAMESPACE = [
  'deployments',
  'statefulsets',
  'pods',
  'jobs',
  'cronjobs',
  'horizontalpodautoscalers',
  'events',
  'persistentvolumeclaims',
  'resourcequotas',
  'networkpolicies',
  'ingresses',
  'externalsecrets',
  'certificates',
] as const satisfies readonly KubernetesKind[];

/** What was asked of a cluster, and what came back. */
export interface ClusterReading {
  kind: KubernetesKind | 'version';
  reading: KindReading<unknown> | VersionReading;
}

/** What a cluster answered. */
export interface ClusterAnswers {
  version: VersionReading;
  nodes: KindReading<KubernetesObject<'nodes'>>;
  /** All that was asked for, version and nodes among it. */
  readings: ClusterReading[];
}

/**
 * Asks a cluster for its version, and lists what the portal reads of it: its nodes and Applications, and the other kinds in one
 * namespace only, which is enough to see whether it may; without a namespace none of those. Never rejects; the client shares
 * readings and bounds each.
 */
export async function askCluster(options: {
  clusters: ClusterClient & ClusterVersions;
  place: KubernetesPlace;
  signal: AbortSignal;
}): Promise<ClusterAnswers> {
  const { clusters, place, signal } = options;
  const { cluster, namespace } = place;
  const kinds = namespace === undefined ? [] : OF_NAMESPACE;
  const [version, nodes, applications, ...others] = await Promise.all([
    clusters.readVersion(cluster, { signal }),
    clusters.list('nodes', { cluster }, { signal }),
    // Of the whole cluster, as the check of Argo CD reads them: Applications are in the namespace of Argo CD.
    clusters.list('applications', { cluster }, { signal }),
    ...kinds.map(async kind => ({
      kind,
      reading: await clusters.list(kind, { cluster, namespace }, { signal }),
    })),
  ]);
  return {
    version,
    nodes,
    readings: [
      { kind: 'version', reading: version },
      { kind: 'nodes', reading: nodes },
      { kind: 'applications', reading: applications },
      ...others,
    ],
  };
}

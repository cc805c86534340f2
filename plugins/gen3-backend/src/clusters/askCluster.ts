import type { KubernetesPlacement } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ClusterClient,
  KindReading,
  KubernetesKind,
  KubernetesObject,
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

/** What a cluster answered. */
export interface ClusterAnswers {
  nodes: KindReading<KubernetesObject<'nodes'>>;
  /** Every kind that was asked for, nodes among them. */
  readings: { kind: KubernetesKind; reading: KindReading<unknown> }[];
  /** Milliseconds until the last list came; absent when all had been read before. */
  latencyMs?: number;
}

/**
 * Lists what the portal reads of a cluster: its nodes and Applications, and the other kinds in one namespace only, which is
 * enough to see whether it may. Never rejects; the client shares readings and bounds each.
 */
export async function askCluster(options: {
  clusters: ClusterClient;
  place: KubernetesPlacement;
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  now: () => number;
}): Promise<ClusterAnswers> {
  const { clusters, place, signal, now } = options;
  const { cluster, namespace } = place;
  const startedAt = now();
  let latencyMs: number | undefined;
  const ask = async <K extends KubernetesKind>(
    kind: K,
    where: { cluster: string; namespace?: string },
  ) => {
    const reading = await clusters.list(kind, where, { signal });
    // A reading that was there before says nothing of how fast the cluster is.
    if (reading.state === 'read' && Date.parse(reading.readAt) >= startedAt) {
      latencyMs = Math.max(0, now() - startedAt);
    }
    return reading;
  };
  const [nodes, applications, ...others] = await Promise.all([
    ask('nodes', { cluster }),
    // Of the whole cluster, as the check of Argo CD reads them: Applications are in the namespace of Argo CD.
    ask('applications', { cluster }),
    ...OF_NAMESPACE.map(async kind => ({
      kind,
      reading: await ask(kind, { cluster, namespace }),
    })),
  ]);
  return {
    nodes,
    readings: [
      { kind: 'nodes', reading: nodes },
      { kind: 'applications', reading: applications },
      ...others,
    ],
    latencyMs,
  };
}

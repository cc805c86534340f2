import {
  ClusterClient,
  KindReading,
  KubernetesObject,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Kinds that discovery reads. */
export const DISCOVERY_KINDS = [
  'namespaces',
  'configmaps',
  'applications',
  'awsgen3apphelm1s',
  'deployments',
  'statefulsets',
] as const;

/** A kind that discovery reads. */
export type DiscoveryKind = (typeof DISCOVERY_KINDS)[number];

/** What listing each kind of a whole cluster came to. */
export type ClusterLists = {
  [K in DiscoveryKind]: KindReading<KubernetesObject<K>>;
};

/** Lists what discovery needs of a cluster. Never rejects. */
export async function readClusterLists(options: {
  client: ClusterClient;
  cluster: string;
  signal: AbortSignal;
}): Promise<ClusterLists> {
  const { client, cluster, signal } = options;
  const list = <K extends DiscoveryKind>(kind: K) =>
    client.list(kind, { cluster }, { signal });
  const [
    namespaces,
    configmaps,
    applications,
    awsgen3apphelm1s,
    deployments,
    statefulsets,
  ] = await Promise.all([
    list('namespaces'),
    list('configmaps'),
    list('applications'),
    list('awsgen3apphelm1s'),
    list('deployments'),
    list('statefulsets'),
  ]);
  return {
    namespaces,
    configmaps,
    applications,
    awsgen3apphelm1s,
    deployments,
    statefulsets,
  };
}

/** Whether the cluster does not have the kind: an add-on is not installed. */
export function isNotServed(reading: KindReading<unknown>): boolean {
  return reading.state === 'failed' && reading.failure === 'not-served';
}

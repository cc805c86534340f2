import {
  ClusterClient,
  ClusterFailure,
  KindReading,
  KubernetesKind,
  KubernetesObject,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** What a fake cluster answers, by kind; kinds that are not named are empty. */
export type FakeCluster = {
  [K in KubernetesKind]?: KindReading<KubernetesObject<K>>;
};

const readAt = '2026-11-27T12:00:00.000Z';

/** A list that could be read. */
export function listOf<T>(...items: T[]): KindReading<T> {
  return { state: 'read', items, odd: 0, readAt };
}

/** A list with another object, which has not even a name. */
export function halfListOf<T>(...items: T[]): KindReading<T> {
  return { state: 'read', items, odd: 1, readAt };
}

/** A list that could not be read. */
export function failed(
  failure: ClusterFailure,
  detail: string,
): KindReading<never> {
  return { state: 'failed', failure, detail, readAt };
}

const REFUSED = failed('unreachable', 'the connection was refused');

/** A cluster that cannot be reached. */
export const UNREACHABLE: FakeCluster = {
  namespaces: REFUSED,
  configmaps: REFUSED,
  applications: REFUSED,
  awsgen3apphelm1s: REFUSED,
  deployments: REFUSED,
  statefulsets: REFUSED,
};

/** 403 on a kind. */
export const FORBIDDEN = failed('forbidden', 'answers 403: it is forbidden');

/** The cluster does not have a kind. */
export const NOT_SERVED = failed('not-served', 'the cluster has none');

/** A client of clusters that answer what the test says; `clusters` may change while it is used. */
export function createFakeClusters(
  clusters: Record<string, FakeCluster>,
): ClusterClient {
  return {
    async list(kind, { cluster }) {
      return clusters[cluster]?.[kind] ?? listOf();
    },
  };
}

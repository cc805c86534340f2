import type {
  ClusterClient,
  KindReading,
  KubernetesKind,
  KubernetesObject,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** What a fake cluster answers, by kind; kinds that are not named are empty. */
export type FakeCluster = {
  [K in KubernetesKind]?: KindReading<KubernetesObject<K>>;
};

const READ_AT = '2026-11-27T12:00:00.000Z';

/** A list that could be read. */
export function readingOf<T>(...items: T[]): KindReading<T> {
  return { state: 'read', items, odd: 0, readAt: READ_AT };
}

/** A list that could not be read. */
export function failedReading(
  failure: Extract<KindReading<never>, { state: 'failed' }>['failure'],
  detail: string,
): KindReading<never> {
  return { state: 'failed', failure, detail, readAt: READ_AT };
}

/** Clusters that all answer alike, and remember what they were asked. */
export function createFakeClusters(
  cluster: FakeCluster = {},
): ClusterClient & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async list(kind, place) {
      asked.push(`${place.cluster}/${place.namespace ?? '*'}/${kind}`);
      return cluster[kind] ?? readingOf();
    },
  };
}

import type {
  ClusterClient,
  ClusterVersions,
  KindReading,
  KubernetesKind,
  KubernetesObject,
  VersionReading,
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
): Extract<KindReading<never>, { state: 'failed' }> {
  return { state: 'failed', failure, detail, readAt: READ_AT };
}

/** A version that could be read, after 42 ms. */
export function versionReading(version: string): VersionReading {
  return { state: 'read', version, latencyMs: 42, readAt: READ_AT };
}

/** Clusters that all answer alike, and remember what they were asked. Unless the test says otherwise they are of version 1.35.2. */
export function createFakeClusters(
  cluster: FakeCluster = {},
  version: VersionReading = versionReading('1.35.2'),
): ClusterClient & ClusterVersions & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async readVersion(name) {
      asked.push(`${name}/version`);
      return version;
    },
    async list(kind, place) {
      asked.push(`${place.cluster}/${place.namespace ?? '*'}/${kind}`);
      return cluster[kind] ?? readingOf();
    },
  };
}

import { ServiceUnavailableError } from '@backstage/errors';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import { KubernetesSourceConfig } from '../../config/SourceConfig';
import { mapLimited } from '../../lib/mapLimited';
import { SourceReader } from '../types';
import { buildMembers, isUnreadable } from './buildMembers';
import { describeUnread } from './describeUnread';
import { DISCOVERY_KINDS, readClusterLists } from './readClusterLists';

/** Clusters that are read at once: a list that waits for its turn does so within its own deadline. */
const CONCURRENCY = 8;

/**
 * Finds commons in clusters: by the ConfigMap `manifest-global`, which both flavours have, by namespaces with the label
 * `role=gen3`, by Applications of Argo CD and by KRO's `AwsGen3AppHelm1`. It fails when no cluster can be read; one that can
 * be read only in part, or not at all, loses nothing and says so.
 */
export function createKubernetesReader(options: {
  config: KubernetesSourceConfig;
  client: ClusterClient;
  registry: ServiceRegistry;
}): SourceReader {
  const { config, client, registry } = options;
  return {
    async read({ signal }) {
      const read = await mapLimited(
        config.clusters,
        CONCURRENCY,
        async cluster =>
          [
            cluster,
            await readClusterLists({ client, cluster, signal }),
          ] as const,
      );
      if (read.every(([, lists]) => isUnreadable(lists))) {
        const reasons = read.flatMap(
          ([cluster, lists]) =>
            describeUnread(cluster, lists, DISCOVERY_KINDS) ?? [],
        );
        throw new ServiceUnavailableError(
          [
            'No cluster could be read',
            ...reasons.map(({ message, fix }) => `${message}. ${fix}`),
          ].join('. '),
        );
      }
      const { charts } = config;
      return {
        members: buildMembers({ clusters: new Map(read), charts, registry }),
      };
    },
  };
}

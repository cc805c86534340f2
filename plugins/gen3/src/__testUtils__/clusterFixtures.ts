import {
  ClusterRow,
  ClustersPage,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { minutesAgo } from './fixtures';

/** A cluster that answers and may be read, with one commons. */
export function clusterRow(change: Partial<ClusterRow> = {}): ClusterRow {
  return {
    name: 'east-1',
    entityRef: 'resource:default/east-1',
    reachability: 'reachable',
    namespace: 'heart',
    version: '1.35.2',
    versionOf: 'api-server',
    nodes: { ready: 3, total: 4 },
    latencyMs: 1234,
    readAt: minutesAgo(1),
    commons: {
      count: 1,
      first: [
        {
          namespace: 'default',
          name: 'heart.example',
          hostname: 'heart.example',
        },
      ],
    },
    notReadable: [],
    ...change,
  };
}

/** These clusters, and no others. */
export function clustersPage(
  items: ClusterRow[],
  change: Partial<ClustersPage> = {},
): ClustersPage {
  return {
    items,
    totalItems: items.length,
    asOf: minutesAgo(0),
    ...change,
  };
}

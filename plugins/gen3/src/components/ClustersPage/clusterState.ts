import {
  ClusterRow,
  HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Worst first; `partlyReadable` is reachable, and the portal may not read all that it should. */
const STATUSES = {
  unreachable: 'down',
  unknown: 'unknown',
  partlyReadable: 'degraded',
  reachable: 'up',
} as const satisfies Record<string, HealthStatus>;

type ClusterState = keyof typeof STATUSES;

const WORST_FIRST = Object.keys(STATUSES);

/** How much the portal can see of a cluster. */
export function stateOfCluster(cluster: ClusterRow): ClusterState {
  const { reachability } = cluster;
  return reachability === 'reachable' && failedKinds(cluster).length > 0
    ? 'partlyReadable'
    : reachability;
}

/** Tone and icon of a cluster. */
export function statusOfCluster(cluster: ClusterRow): HealthStatus {
  return STATUSES[stateOfCluster(cluster)];
}

/** What the portal should be able to read and cannot; an add-on that is not installed is not among it. */
export function failedKinds({ notReadable }: ClusterRow): string[] {
  return notReadable
    .filter(({ state }) => state === 'failed')
    .map(({ kind }) => kind);
}

/** By how little can be seen of them, then by name. */
export function sortClusters(clusters: ClusterRow[]): ClusterRow[] {
  const rank = (cluster: ClusterRow) =>
    WORST_FIRST.indexOf(stateOfCluster(cluster));
  return [...clusters].sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'),
  );
}

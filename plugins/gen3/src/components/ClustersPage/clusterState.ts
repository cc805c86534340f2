import {
  ClusterRow,
  HealthStatus,
  REACHABILITIES,
} from '@gen3-csoc/backstage-plugin-gen3-common';

const STATUSES: Record<ClusterRow['reachability'], HealthStatus> = {
  unreachable: 'down',
  unknown: 'unknown',
  reachable: 'up',
};

/** Tone and icon of a cluster. */
export function statusOfCluster({ reachability }: ClusterRow): HealthStatus {
  return STATUSES[reachability];
}

/** What the portal should be able to read and cannot; an add-on that is not installed is not among it. */
export function failedKinds({ notReadable }: ClusterRow): string[] {
  return notReadable
    .filter(({ state }) => state === 'failed')
    .map(({ kind }) => kind);
}

/** Unreachable, unknown, reachable; then by name. */
export function sortClusters(clusters: ClusterRow[]): ClusterRow[] {
  const rank = ({ reachability }: ClusterRow) =>
    REACHABILITIES.indexOf(reachability);
  return [...clusters].sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'),
  );
}

/** Commons of one cluster may take this part of the places of a collector. */
const CLUSTER_PART = 1 / 4;

/**
 * Clusters of which no more commons may be asked for now. Commons of a cluster have their turn together: without a limit, one
 * that hangs would take the places of all others, and one that is listed by namespace would be asked for more lists than
 * it answers before their deadline.
 */
export function fullClusters(options: {
  /** Of each commons that is being asked; those that are not in a cluster have none. */
  clusters: Iterable<string | undefined>;
  maxConcurrentCommons: number;
}): string[] {
  const limit = Math.ceil(options.maxConcurrentCommons * CLUSTER_PART);
  const counts = new Map<string, number>();
  for (const cluster of options.clusters) {
    if (cluster !== undefined) {
      counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= limit)
    .map(([cluster]) => cluster);
}

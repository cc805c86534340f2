/** A cluster by the name that a source has for it. */
interface NamedCluster {
  name: string;
  /** Id of the source; absent: somebody wrote it into the catalog by hand. */
  source?: string;
}

/**
 * Clusters by source: those of the source that is chosen first, then by source and name. What is of no source comes last.
 *
 * @param options - `names`: what sources call clusters where that is not their name in Backstage: a commons goes into the folder of that name
 */
export function arrangeClusters(options: {
  clusters: { cluster: string; source?: string }[];
  names: { source: string; name: string; cluster: string }[];
  first?: string;
}): NamedCluster[] {
  const { clusters, names, first } = options;
  const rank = ({ source }: NamedCluster) => {
    if (source === undefined) return 2;
    return source === first ? 0 : 1;
  };
  return clusters
    .flatMap(({ cluster, source }): NamedCluster[] => {
      const own = names.filter(
        each => each.cluster === cluster && each.source === source,
      );
      return own.length > 0 ? own : [{ name: cluster, source }];
    })
    .map(({ name, source }) => ({ name, source }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.source ?? '').localeCompare(b.source ?? '') ||
        a.name.localeCompare(b.name),
    );
}

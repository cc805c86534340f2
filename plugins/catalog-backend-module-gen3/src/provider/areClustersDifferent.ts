import { ConfiguredCommons } from './applySourceConfig';

type Placed = Pick<ConfiguredCommons, 'cluster' | 'kubernetesCluster'>;

/** Name of a cluster in Backstage, where that is known. */
export function clusterOf(commons: Placed): string | undefined {
  return commons.kubernetesCluster ?? commons.cluster;
}

/**
 * Whether two sources place a commons in different clusters. Sources may have names of their own for a cluster; Backstage's
 * name decides where both know it.
 */
export function areClustersDifferent(one: Placed, other: Placed): boolean {
  const [first, second] = [clusterOf(one), clusterOf(other)];
  if (first === undefined || second === undefined || first === second) {
    return false;
  }
  const areBothKnown =
    one.kubernetesCluster !== undefined &&
    other.kubernetesCluster !== undefined;
  return areBothKnown || one.cluster !== other.cluster;
}

import { Commons } from '../commons/types';

/** The commons that exist now, by hostname. */
export class Fleet {
  #commons: ReadonlyMap<string, Commons> = new Map();
  #clusters: ReadonlyMap<string, ReadonlyMap<string, Commons>> = new Map();

  private constructor() {}

  static create(commons: Iterable<Commons> = []): Fleet {
    const fleet = new Fleet();
    fleet.replace(commons);
    return fleet;
  }

  get(hostname: string): Commons | undefined {
    return this.#commons.get(hostname);
  }

  /** All commons, by hostname. */
  list(): Commons[] {
    return [...this.#commons.values()].sort((a, b) =>
      a.hostname < b.hostname ? -1 : 1,
    );
  }

  get size(): number {
    return this.#commons.size;
  }

  /** Names of the clusters that have commons. */
  clusters(): string[] {
    return [...this.#clusters.keys()].sort();
  }

  /** The commons of a cluster by namespace; undefined when the cluster has none. */
  namespacesOf(cluster: string): ReadonlyMap<string, Commons> | undefined {
    return this.#clusters.get(cluster);
  }

  /** From now on these are the commons. Of two with one hostname the first stays. */
  replace(commons: Iterable<Commons>): void {
    const next = new Map<string, Commons>();
    for (const one of commons) {
      if (!next.has(one.hostname)) {
        next.set(one.hostname, one);
      }
    }
    this.#commons = next;
    this.#clusters = groupByCluster(this.list());
  }
}

/** Of two commons in one namespace only the first can be there: names of objects are fixed, so they are the same ones. */
function groupByCluster(
  commons: Commons[],
): ReadonlyMap<string, ReadonlyMap<string, Commons>> {
  const clusters = new Map<string, Map<string, Commons>>();
  for (const one of commons) {
    const { cluster, namespace } = one;
    if (cluster !== undefined && namespace !== undefined) {
      const namespaces = clusters.get(cluster) ?? new Map<string, Commons>();
      clusters.set(cluster, namespaces);
      if (!namespaces.has(namespace)) {
        namespaces.set(namespace, one);
      }
    }
  }
  return clusters;
}

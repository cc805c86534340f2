import { Commons } from '../commons/types';
import { Versions } from '../history/Versions';

/** Earlier fleets that can be looked back at. */
const KEPT_FLEETS = 3;

type Clusters = ReadonlyMap<string, ReadonlyMap<string, Commons>>;

/** What reads where commons are: now, or at an earlier time. */
export type FleetReader = Pick<Fleet, 'namespacesOf'>;

/** The commons that exist now, by hostname. */
export class Fleet {
  #commons: ReadonlyMap<string, Commons>;
  readonly #clusters: Versions<Clusters>;

  private constructor(commons: Iterable<Commons>, now: () => Date) {
    this.#commons = byHostname(commons);
    this.#clusters = Versions.create({
      first: groupByCluster(this.list()),
      now,
      capacity: KEPT_FLEETS,
    });
  }

  static create(
    commons: Iterable<Commons> = [],
    options: { now?: () => Date } = {},
  ): Fleet {
    return new Fleet(commons, options.now ?? (() => new Date()));
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

  /** Whether a commons has a hostname below `domain`. */
  hasCommonsBelow(domain: string): boolean {
    for (const hostname of this.#commons.keys()) {
      if (hostname.endsWith(`.${domain}`)) return true;
    }
    return false;
  }

  get size(): number {
    return this.#commons.size;
  }

  /** Names of the clusters that have commons. */
  clusters(): string[] {
    return [...this.#clusters.latest.keys()].sort();
  }

  /** The commons of a cluster by namespace; undefined when the cluster has none. */
  namespacesOf(cluster: string): ReadonlyMap<string, Commons> | undefined {
    return this.#clusters.latest.get(cluster);
  }

  /** Where commons were until `time`; undefined when that is forgotten. */
  before(time: Date): FleetReader | undefined {
    const then = this.#clusters.before(time);
    return then && { namespacesOf: cluster => then.value.get(cluster) };
  }

  /** From now on these are the commons. Of two with one hostname the first stays. */
  replace(commons: Iterable<Commons>): void {
    this.#commons = byHostname(commons);
    this.#clusters.replace(groupByCluster(this.list()));
  }
}

function byHostname(commons: Iterable<Commons>): ReadonlyMap<string, Commons> {
  const first = new Map<string, Commons>();
  for (const one of commons) {
    if (!first.has(one.hostname)) {
      first.set(one.hostname, one);
    }
  }
  return first;
}

/** Of two commons in one namespace only the first can be there: names of objects are fixed, so they are the same ones. */
function groupByCluster(commons: Commons[]): Clusters {
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

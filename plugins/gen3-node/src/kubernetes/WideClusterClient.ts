import { withDeadline } from '../http/withDeadline';
import { AskedNamespaces } from './AskedNamespaces';
import {
  ClusterClient,
  ClusterFailure,
  KindReading,
  KubernetesPlace,
  ListOptions,
} from './ClusterClient';
import { createReadings, ReadingsOfKinds } from './createReadings';
import { KubernetesKind, KubernetesObject } from './kinds';

/** Below this one list per namespace costs a cluster less than a list of all that it has. */
const MIN_NAMESPACES = 4;

/** Failures that a list of one namespace may not have: that right is another, and the list is shorter. */
const OF_WIDE_LISTS: readonly ClusterFailure[] = [
  'forbidden',
  'malformed',
  'rejected',
  'timeout',
];

/** How long a list of the whole cluster is not tried again after such a failure. */
const REFUSED_MS = 5 * 60_000;

/** Options of a {@link WideClusterClient}. @public */
export interface WideClusterClientOptions {
  client: ClusterClient;
  /** Milliseconds that a list of a whole cluster is shared. */
  maxAgeMs: number;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
}

/**
 * Lists a kind once for all namespaces of a cluster when several of them are asked for again and again, as a collector of
 * a large fleet does: 20 commons in a cluster then cost it what one does. Where the account may only list single
 * namespaces, or the list is too large, those are listed as before.
 *
 * @public
 */
export class WideClusterClient implements ClusterClient {
  readonly #client: ClusterClient;
  readonly #now: () => number;
  readonly #readings: ReadingsOfKinds;
  readonly #asked: AskedNamespaces;
  readonly #refusedAt = new Map<string, number>();

  static create(options: WideClusterClientOptions): WideClusterClient {
    return new WideClusterClient(options);
  }

  private constructor(options: WideClusterClientOptions) {
    const { client, maxAgeMs, now = Date.now } = options;
    this.#client = client;
    this.#now = now;
    this.#readings = createReadings({ now, maxAgeMs });
    this.#asked = AskedNamespaces.create({ now });
  }

  async list<K extends KubernetesKind>(
    kind: K,
    place: KubernetesPlace,
    options: ListOptions,
  ): Promise<KindReading<KubernetesObject<K>>> {
    const { cluster, namespace } = place;
    if (options.notBefore !== undefined || !this.#isWide(kind, place)) {
      return this.#client.list(kind, place, options);
    }
    const wide = await this.#listWide(kind, cluster, options.signal);
    if (wide?.state === 'read') {
      return namespace === undefined ? wide : narrow(wide, namespace);
    }
    if (wide && !OF_WIDE_LISTS.includes(wide.failure)) {
      return wide;
    }
    if (wide && namespace !== undefined) {
      this.#refusedAt.set(keyOf(kind, cluster), this.#now());
    }
    return this.#client.list(kind, place, options);
  }

  /** Whether a list of the whole cluster serves. */
  #isWide(kind: KubernetesKind, place: KubernetesPlace): boolean {
    const { cluster, namespace } = place;
    return (
      namespace === undefined ||
      (this.#asked.note(cluster, namespace) >= MIN_NAMESPACES &&
        !this.#isRefused(kind, cluster))
    );
  }

  /** Undefined when the caller gave up; the reading goes on for the others. */
  async #listWide<K extends KubernetesKind>(
    kind: K,
    cluster: string,
    signal: AbortSignal,
  ): Promise<KindReading<KubernetesObject<K>> | undefined> {
    const everybody = new AbortController().signal;
    try {
      return await withDeadline({ signals: [signal] }, () =>
        this.#readings[kind].share(cluster, () =>
          this.#client.list(kind, { cluster }, { signal: everybody }),
        ),
      );
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  #isRefused(kind: KubernetesKind, cluster: string): boolean {
    const at = this.#refusedAt.get(keyOf(kind, cluster));
    return at !== undefined && Math.abs(this.#now() - at) < REFUSED_MS;
  }
}

function narrow<T extends { metadata: { namespace?: string } }>(
  reading: Extract<KindReading<T>, { state: 'read' }>,
  namespace: string,
): KindReading<T> {
  const items = reading.items.filter(
    ({ metadata }) => metadata.namespace === namespace,
  );
  return { ...reading, items };
}

function keyOf(kind: KubernetesKind, cluster: string): string {
  return `${kind}\n${cluster}`;
}

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

/**
 * Failures that a list of one namespace may not have: that right is another, and the list is shorter.
 *
 * `server-error` is none of them, although one object that the server cannot convert fails the whole list: to a server that has too
 * much to do, a list for each namespace would be many times what it just refused.
 */
const OF_WIDE_LISTS: readonly ClusterFailure[] = [
  'forbidden',
  'malformed',
  'rejected',
  'timeout',
];

/** How long a list of the whole cluster is not tried again after such a failure. */
const REFUSED_MS = 5 * 60_000;

/** The same when it gave no answer in time: the cluster may only have been slow for a moment. */
const REFUSED_BY_TIME_MS = 60_000;

/** Options of a {@link WideClusterClient}. @public */
export interface WideClusterClientOptions {
  client: ClusterClient;
  /** Milliseconds that a list of a whole cluster is shared. */
  maxAgeMs: number;
  /** Milliseconds in which a namespace that is asked for again and again is asked for at least once. @defaultValue 120000 */
  windowMs?: number;
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
  /** Lists of whole clusters that are not tried, each with the time that it ended at and for how long. */
  readonly #refused = new Map<string, { at: number; forMs: number }>();

  static create(options: WideClusterClientOptions): WideClusterClient {
    return new WideClusterClient(options);
  }

  private constructor(options: WideClusterClientOptions) {
    const { client, maxAgeMs, windowMs = 120_000, now = Date.now } = options;
    this.#client = client;
    this.#now = now;
    this.#readings = createReadings({ now, maxAgeMs });
    this.#asked = AskedNamespaces.create({ now, windowMs });
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
    return wide && !OF_WIDE_LISTS.includes(wide.failure)
      ? wide
      : this.#client.list(kind, place, options);
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
        this.#readings[kind].share(cluster, async () => {
          const place = { cluster };
          const wide = await this.#client.list(kind, place, {
            signal: everybody,
          });
          // Here, because by then all that asked may have given up.
          this.#noteRefusal(kind, cluster, wide);
          return wide;
        }),
      );
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  #noteRefusal(
    kind: KubernetesKind,
    cluster: string,
    reading: KindReading<unknown>,
  ): void {
    if (reading.state === 'failed' && OF_WIDE_LISTS.includes(reading.failure)) {
      this.#refused.set(keyOf(kind, cluster), {
        at: this.#now(),
        forMs: reading.failure === 'timeout' ? REFUSED_BY_TIME_MS : REFUSED_MS,
      });
    }
  }

  #isRefused(kind: KubernetesKind, cluster: string): boolean {
    const refusal = this.#refused.get(keyOf(kind, cluster));
    return (
      refusal !== undefined &&
      Math.abs(this.#now() - refusal.at) < refusal.forMs
    );
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

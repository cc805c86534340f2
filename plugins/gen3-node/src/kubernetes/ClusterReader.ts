import { createKeyedLimiter } from '../http/createKeyedLimiter';
import { createLimiter } from '../http/createLimiter';
import { withDeadline } from '../http/withDeadline';
import { classifyAnswer } from './classifyAnswer';
import { classifyThrown } from './classifyThrown';
import { classifyVersion } from './classifyVersion';
import { KubernetesPlace } from './ClusterClient';
import { ClusterDoor } from './ClusterDoor';
import { ClusterMoods } from './ClusterMoods';
import { ClusterProblem, ClusterReadError } from './ClusterReadError';
import { ProxyRequest } from './createProxyRequest';
import { KUBERNETES_KINDS, KubernetesKind, KubernetesObject } from './kinds';
import { listPath } from './listPath';
import { ParsedItems, parseItems } from './parseItems';
import { ProxyAnswer } from './ProxyAnswer';
import { Page, readPages } from './readPages';
import { ServedVersions } from './ServedVersions';

/** A little longer than a list may take: those that wait while a cluster hangs then learn that it does, and not that there is no place. */
const WAIT_FACTOR = 1.05;

/** An answer has a few hundred. */
const MAX_VERSION_BYTES = 16_384;

/** How a {@link ClusterReader} works. */
export interface ClusterReaderOptions {
  request: ProxyRequest;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** For a whole list from its turn on; it waits as long for its turn. */
  timeoutMs: number;
  /** How long a failure counts for the whole cluster. */
  maxAgeMs: number;
  maxPerCluster: number;
  maxConcurrent: number;
  maxPages: number;
  maxBytes: number;
}

/** A list that is being read. */
interface List {
  kind: KubernetesKind;
  place: KubernetesPlace;
  signal: AbortSignal;
}

/** Reads lists and versions of clusters, each anew: in turn, within the deadline, and lists in a version that the cluster has. */
export class ClusterReader {
  readonly #options: ClusterReaderOptions;
  readonly #moods: ClusterMoods;
  readonly #door: ClusterDoor;
  readonly #versions: ServedVersions;
  readonly #perCluster;
  readonly #overall;

  static create(options: ClusterReaderOptions): ClusterReader {
    return new ClusterReader(options);
  }

  private constructor(options: ClusterReaderOptions) {
    this.#options = options;
    this.#moods = ClusterMoods.create(options);
    this.#door = ClusterDoor.create({ ...options, moods: this.#moods });
    this.#versions = ServedVersions.create(options);
    this.#perCluster = createKeyedLimiter(options.maxPerCluster);
    this.#overall = createLimiter(options.maxConcurrent);
  }

  /** Lists the objects of a kind. @throws {@link ClusterReadError} and nothing else. */
  async readList<K extends KubernetesKind>(
    kind: K,
    place: KubernetesPlace,
  ): Promise<ParsedItems<KubernetesObject<K>>> {
    return this.#inTime(place.cluster, signal =>
      this.#readServed(kind, { kind, place, signal }),
    );
  }

  /** Reads the version of the API server, and how long it takes to say it. @throws {@link ClusterReadError} and nothing else. */
  async readVersion(
    cluster: string,
  ): Promise<{ version: string; latencyMs: number }> {
    const { now } = this.#options;
    return this.#inTime(cluster, async signal => {
      const startedAt = now();
      const request = {
        cluster,
        path: 'version',
        maxBytes: MAX_VERSION_BYTES,
        signal,
      };
      const version = await this.#ask(request, answer => {
        const classified = classifyVersion(answer, cluster);
        if (classified.state !== 'version') {
          throw this.#errorOf(classified);
        }
        return classified.version;
      });
      return { version, latencyMs: Math.max(0, now() - startedAt) };
    });
  }

  async #inTime<T>(
    cluster: string,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { timeoutMs } = this.#options;
    try {
      return await this.#inTurn(cluster, () =>
        withDeadline({ signals: [], timeoutMs }, work),
      );
    } catch (error) {
      throw error instanceof ClusterReadError
        ? error
        : this.#errorOf(classifyThrown(error));
    }
  }

  /** Others of the cluster may find out while somebody waits that there is no point in asking it. */
  async #inTurn<T>(cluster: string, task: () => Promise<T>): Promise<T> {
    const { now, timeoutMs } = this.#options;
    const start = now();
    const patience = {
      maxWaitMs: timeoutMs * WAIT_FACTOR,
      spentMs: () => now() - start,
    };
    this.#moods.throwIfFailed(cluster);
    // The cluster's own limit comes first: who waits for a slow cluster must not hold a place that others could use.
    return this.#perCluster.run(cluster, patience, async () => {
      this.#moods.throwIfFailed(cluster);
      return this.#overall.run(patience, async () => {
        this.#moods.throwIfFailed(cluster);
        await this.#door.open(cluster);
        return task();
      });
    });
  }

  async #readServed<K extends KubernetesKind>(
    kind: K,
    list: List,
  ): Promise<ParsedItems<KubernetesObject<K>>> {
    const { cluster } = list.place;
    const { versions } = KUBERNETES_KINDS[kind];
    const parse = (raw: readonly unknown[]) =>
      parseItems(KUBERNETES_KINDS[kind], raw);
    const toTry = this.#versions.listVersions(cluster, kind, versions);
    for (const version of toTry) {
      // The next version matters only when the cluster does not have this one.
      const read = await this.#readVersion(list, version, parse); // eslint-disable-line no-await-in-loop
      if (read) {
        this.#versions.recordServed(cluster, kind, version);
        return read;
      }
    }
    if (toTry.length > 0) {
      this.#versions.recordNotServed(cluster, kind);
    }
    const detail = `the cluster has no ${kind} of ${versions.join(' or ')}`;
    throw this.#errorOf({ failure: 'not-served', detail });
  }

  /** Undefined when the cluster does not have that version. */
  async #readVersion<T>(
    list: List,
    version: string,
    parse: (raw: readonly unknown[]) => ParsedItems<T>,
  ): Promise<ParsedItems<T> | undefined> {
    const { maxPages, maxBytes } = this.#options;
    try {
      const result = await readPages({
        askPage: query => this.#askPage(list, version, query),
        parse,
        maxPages,
        maxBytes,
      });
      if (result.state !== 'read') {
        throw this.#errorOf(result);
      }
      return result;
    } catch (error) {
      if (error instanceof ClusterReadError && error.failure === 'not-served') {
        return undefined;
      }
      throw error;
    }
  }

  async #askPage(
    { kind, place, signal }: List,
    version: string,
    query: { next?: string; maxBytes: number },
  ): Promise<Page> {
    const { cluster, namespace } = place;
    const { maxBytes, next } = query;
    const path = listPath({ kind, version, namespace, next });
    return this.#ask({ cluster, path, maxBytes, signal }, answer => {
      const classified = classifyAnswer(answer, cluster);
      if (classified.state === 'failed') {
        throw this.#errorOf(classified);
      }
      return { answer: classified, bytes: Buffer.byteLength(answer.text) };
    });
  }

  /** Asks once, and remembers what came of it for the whole cluster; `classify` throws what is a failure. */
  async #ask<T>(
    request: Parameters<ProxyRequest>[0],
    classify: (answer: ProxyAnswer) => T,
  ): Promise<T> {
    const { cluster, signal } = request;
    const startedAt = this.#options.now();
    try {
      // Also when whoever asks does not listen to the signal, the place becomes free at the deadline.
      const answer = await withDeadline({ signals: [signal] }, () =>
        this.#options.request(request),
      );
      const classified = classify(answer);
      this.#moods.recordAnswer(cluster);
      return classified;
    } catch (error) {
      const known =
        error instanceof ClusterReadError
          ? error
          : this.#errorOf(classifyThrown(error));
      this.#moods.recordFailure(cluster, known, startedAt);
      throw known;
    }
  }

  #errorOf(problem: ClusterProblem): ClusterReadError {
    return new ClusterReadError(problem, this.#options.now());
  }
}

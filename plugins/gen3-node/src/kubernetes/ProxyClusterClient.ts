import { RootConfigService } from '@backstage/backend-plugin-api';
import { withDeadline } from '../http/withDeadline';
import { checkPlace } from './checkPlace';
import { classifyThrown } from './classifyThrown';
import {
  ClusterClient,
  KindReading,
  KubernetesPlace,
  ListOptions,
} from './ClusterClient';
import { ClusterReader } from './ClusterReader';
import { ClusterProblem, ClusterReadError } from './ClusterReadError';
import { ClusterVersions, VersionReading } from './ClusterVersions';
import { ProxyAccess } from './createPluginRequest';
import { createProxyRequest } from './createProxyRequest';
import { createReadings, ReadingsOfKinds } from './createReadings';
import { KubernetesKind, KubernetesObject } from './kinds';
import { readKubernetesConfig } from './readKubernetesConfig';
import { Readings } from './Readings';

type FailedReading = Extract<KindReading<never>, { state: 'failed' }>;

const MAX_BYTES = 32 * 1024 * 1024;

/** What a {@link ProxyClusterClient} needs whatever its config. @public */
export interface ProxyClusterClientDeps extends ProxyAccess {
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
  /** Milliseconds that a list may take at most, whatever the config says. @defaultValue no limit */
  maxTimeoutMs?: number;
}

/** Options of a {@link ProxyClusterClient}. @public */
export interface ProxyClusterClientOptions extends ProxyClusterClientDeps {
  /** Milliseconds for one list; it waits as long for its turn before. @defaultValue 10000 */
  timeoutMs?: number;
  /** Milliseconds that a reading, or a failure of a whole cluster, is shared. @defaultValue 5000 */
  maxAgeMs?: number;
  /** Lists of one cluster that are read at once. @defaultValue 4 */
  maxPerCluster?: number;
  /** Lists of all clusters that are read at once. @defaultValue 64 */
  maxConcurrent?: number;
  /** Pages of 500 objects that are read of a list. @defaultValue 20 */
  maxPages?: number;
  /** Bytes that are read of all pages of a list. @defaultValue 32 MiB */
  maxBytes?: number;
}

/**
 * Reads clusters through Backstage's kubernetes plugin: with the clusters and credentials of its config, and in its audit log.
 *
 * @public
 */
export class ProxyClusterClient implements ClusterClient, ClusterVersions {
  readonly #reader: ClusterReader;
  readonly #now: () => number;
  readonly #readings: ReadingsOfKinds;
  readonly #versions: Readings<VersionReading>;

  /** Reads config `gen3.kubernetes` once. @throws InputError that names the full path of a bad key. */
  static fromConfig(
    config: RootConfigService,
    deps: ProxyClusterClientDeps,
  ): ProxyClusterClient {
    const { discovery, auth, fetch, now, maxTimeoutMs = Infinity } = deps;
    const { timeoutMs, ...limits } = readKubernetesConfig(config);
    return new ProxyClusterClient({
      ...limits,
      timeoutMs: Math.min(timeoutMs, maxTimeoutMs),
      discovery,
      auth,
      fetch,
      now,
    });
  }

  static create(options: ProxyClusterClientOptions): ProxyClusterClient {
    return new ProxyClusterClient(options);
  }

  private constructor(options: ProxyClusterClientOptions) {
    const { now = Date.now, maxAgeMs = 5_000 } = options;
    this.#now = now;
    this.#reader = ClusterReader.create({
      request: createProxyRequest(options),
      now,
      maxAgeMs,
      timeoutMs: options.timeoutMs ?? 10_000,
      maxPerCluster: options.maxPerCluster ?? 4,
      maxConcurrent: options.maxConcurrent ?? 64,
      maxPages: options.maxPages ?? 20,
      maxBytes: options.maxBytes ?? MAX_BYTES,
    });
    this.#readings = createReadings({ now, maxAgeMs });
    this.#versions = Readings.create({ now, maxAgeMs });
  }

  async list<K extends KubernetesKind>(
    kind: K,
    place: KubernetesPlace,
    { signal, notBefore }: ListOptions,
  ): Promise<KindReading<KubernetesObject<K>>> {
    const problem = checkPlace(place);
    if (problem) {
      return this.#failed(problem);
    }
    const key = `${place.cluster}\n${place.namespace ?? ''}`;
    return this.#wait(signal, () =>
      this.#readings[kind].share(
        key,
        () => this.#read(() => this.#reader.readList(kind, place)),
        notBefore,
      ),
    );
  }

  async readVersion(
    cluster: string,
    { signal }: { signal: AbortSignal },
  ): Promise<VersionReading> {
    const problem = checkPlace({ cluster });
    return problem
      ? this.#failed(problem)
      : this.#wait(signal, () =>
          this.#versions.share(cluster, () =>
            this.#read(() => this.#reader.readVersion(cluster)),
          ),
        );
  }

  /** A signal that aborts ends this caller's waiting only: others may wait for the same reading. */
  async #wait<T>(
    signal: AbortSignal,
    share: () => Promise<T>,
  ): Promise<T | FailedReading> {
    try {
      return await withDeadline({ signals: [signal] }, share);
    } catch (error) {
      const detail = 'nobody waited for it';
      return this.#failed(
        signal.aborted
          ? { failure: 'cancelled', detail }
          : classifyThrown(error),
      );
    }
  }

  async #read<T extends object>(
    read: () => Promise<T>,
  ): Promise<(T & { state: 'read'; readAt: string }) | FailedReading> {
    try {
      const found = await read();
      return { ...found, state: 'read', readAt: isoOf(this.#now()) };
    } catch (error) {
      return this.#failed(
        error instanceof ClusterReadError ? error : classifyThrown(error),
      );
    }
  }

  #failed(problem: ClusterProblem): FailedReading {
    const { failure, detail, at } =
      problem instanceof ClusterReadError
        ? problem
        : new ClusterReadError(problem, this.#now());
    return { state: 'failed', failure, detail, readAt: isoOf(at) };
  }
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

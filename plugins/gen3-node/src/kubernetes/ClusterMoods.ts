import { ClusterFailure } from './ClusterClient';
import { ClusterReadError } from './ClusterReadError';

/** Failures that are those of every kind and namespace of the cluster. */
const CLUSTER_WIDE: readonly ClusterFailure[] = [
  'unreachable',
  'timeout',
  'tls',
  'unauthorized',
  'unknown-cluster',
  'no-kubernetes-plugin',
];

/** No request takes so long, so nobody asks any more whether there was an answer meanwhile. */
const KEEP_ANSWERS_MS = 10 * 60_000;

/** Several rounds of all its commons. */
const KEEP_SILENCE_MS = 10 * 60_000;

/** How {@link ClusterMoods} remembers. */
export interface ClusterMoodsOptions {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** How long a failure counts for the whole cluster. */
  maxAgeMs: number;
  /** For a whole list, with all its pages. */
  timeoutMs: number;
}

/**
 * Remembers for a moment that a cluster as a whole failed, so that it costs one deadline and not one per kind and namespace.
 * A failure of one request says nothing of the cluster when another one was answered meanwhile.
 */
export class ClusterMoods {
  readonly #failures = new Map<string, ClusterReadError>();
  readonly #answeredAt = new Map<string, number>();
  /** Clusters that gave no answer in time, and none since. */
  readonly #silences = new Map<string, ClusterReadError>();
  readonly #now: () => number;
  readonly #maxAgeMs: number;
  readonly #minSilenceMs: number;

  static create(options: ClusterMoodsOptions): ClusterMoods {
    return new ClusterMoods(options);
  }

  private constructor(options: ClusterMoodsOptions) {
    this.#now = options.now;
    this.#maxAgeMs = options.maxAgeMs;
    this.#minSilenceMs = options.timeoutMs / 2;
  }

  /** @throws {@link ClusterReadError} that the cluster failed with a moment ago. */
  throwIfFailed(cluster: string): void {
    const error = this.#failures.get(cluster);
    if (error && this.#isWithin(error, this.#maxAgeMs)) {
      throw error;
    }
  }

  /** What the cluster failed with if it gave no answer in time when it was last asked, some minutes ago at most. */
  silenceOf(cluster: string): ClusterReadError | undefined {
    const error = this.#silences.get(cluster);
    return error && this.#isWithin(error, KEEP_SILENCE_MS) ? error : undefined;
  }

  /** The API server answered, whatever it was. */
  recordAnswer(cluster: string): void {
    const now = this.#now();
    this.#failures.delete(cluster);
    this.#silences.delete(cluster);
    this.#answeredAt.delete(cluster);
    this.#answeredAt.set(cluster, now);
    for (const [other, at] of this.#answeredAt) {
      // In order of time, so the old ones are in front.
      if (now - at < KEEP_ANSWERS_MS) {
        return;
      }
      this.#answeredAt.delete(other);
    }
  }

  /**
   * A request that began at `startedAt` failed. One that ended after less than `minSilenceMs` without an answer says nothing of
   * the cluster.
   */
  recordFailure(
    cluster: string,
    error: ClusterReadError,
    startedAt: number,
    minSilenceMs: number = this.#minSilenceMs,
  ): void {
    if (!CLUSTER_WIDE.includes(error.failure)) {
      this.recordAnswer(cluster);
      return;
    }
    const answeredAt = this.#answeredAt.get(cluster) ?? -Infinity;
    // The last pages of a long list have little time left, and find a healthy cluster silent.
    const isHasty =
      error.failure === 'timeout' && error.at - startedAt < minSilenceMs;
    if (answeredAt <= startedAt && !isHasty) {
      this.#forgetOld();
      this.#failures.set(cluster, error);
      // A silence counts from its first failure on.
      if (error.failure === 'timeout' && !this.#silences.has(cluster)) {
        this.#silences.set(cluster, error);
      }
    }
  }

  /** How many failures are remembered. */
  size(): number {
    return this.#failures.size;
  }

  /** Names of clusters come from the catalog, so there may be any number of wrong ones. */
  #forgetOld(): void {
    for (const [cluster, error] of this.#failures) {
      if (!this.#isWithin(error, this.#maxAgeMs)) {
        this.#failures.delete(cluster);
      }
    }
    for (const [cluster, error] of this.#silences) {
      if (!this.#isWithin(error, KEEP_SILENCE_MS)) {
        this.#silences.delete(cluster);
      }
    }
  }

  #isWithin({ at }: ClusterReadError, maxAgeMs: number): boolean {
    // Less than no time has passed when the clock was set back.
    const age = this.#now() - at;
    return age >= 0 && age < maxAgeMs;
  }
}

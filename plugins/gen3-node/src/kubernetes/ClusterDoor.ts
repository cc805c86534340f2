import { DeadlineError, withDeadline } from '../http/withDeadline';
import type { ClusterMoods } from './ClusterMoods';
import { ClusterReadError } from './ClusterReadError';
import type { ProxyRequest } from './createProxyRequest';

/** Part of a list's time that a cluster has for a short question. */
const KNOCK_PART = 1 / 3;

/** The answer is not looked at. */
const MAX_BYTES = 16_384;

/** What a {@link ClusterDoor} needs. */
export interface ClusterDoorOptions {
  request: ProxyRequest;
  moods: ClusterMoods;
  /** For a whole list. */
  timeoutMs: number;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * Knocks at a cluster that gave no answer in time before anything else is asked of it. In each round all its commons wait
 * for it and hold places that others could use, so a cluster that hangs may cost its whole deadline once, and less after that.
 */
export class ClusterDoor {
  readonly #options: ClusterDoorOptions;
  readonly #knocks = new Map<string, Promise<void>>();

  static create(options: ClusterDoorOptions): ClusterDoor {
    return new ClusterDoor(options);
  }

  private constructor(options: ClusterDoorOptions) {
    this.#options = options;
  }

  /** Returns at once where the cluster was not silent. @throws {@link ClusterReadError} when it still is. */
  async open(cluster: string): Promise<void> {
    const silence = this.#options.moods.silenceOf(cluster);
    if (!silence) {
      return;
    }
    const knock = this.#knocks.get(cluster) ?? this.#knock(cluster, silence);
    this.#knocks.set(cluster, knock);
    await knock;
  }

  async #knock(cluster: string, silence: ClusterReadError): Promise<void> {
    const { request, moods, timeoutMs, now } = this.#options;
    const startedAt = now();
    try {
      await withDeadline(
        { signals: [], timeoutMs: timeoutMs * KNOCK_PART },
        signal =>
          request({ cluster, path: 'version', maxBytes: MAX_BYTES, signal }),
      );
    } catch (error) {
      // Any other failure came at once, and is for the list to meet and to name.
      if (error instanceof DeadlineError) {
        const detail = `${silence.detail}, and none since`;
        const known = new ClusterReadError(
          { failure: 'timeout', detail },
          now(),
        );
        moods.recordFailure(cluster, known, startedAt, 0);
        // Not where another request was answered meanwhile.
        moods.throwIfFailed(cluster);
      }
    } finally {
      this.#knocks.delete(cluster);
    }
  }
}

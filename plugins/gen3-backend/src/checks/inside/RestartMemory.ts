import type { KubernetesPlacement } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { findRecentEnd, HOUR_MS } from './findRecentEnd';
import type { RecentRestarts } from './findRestarting';

/** Counts are kept so far apart, so that a container has a dozen of them at most. */
const STEP_MS = 300_000;

/** What was seen of one container, the oldest first. */
type Sightings = { at: number; restarts: number }[];

/**
 * Remembers how often containers had restarted, because Kubernetes only counts over the life of a pod: twenty restarts in an hour do not
 * show in the mean of a month. It knows what was looked at since the portal began, and of that only containers that ended within
 * the last hour.
 */
export class RestartMemory {
  /** By container, the one that was seen longest ago first. */
  readonly #seen = new Map<string, Sightings>();
  readonly #maxContainers: number;

  /**
   * @param options - `maxContainers`: when so many containers restart at the same time, those seen longest ago are forgotten. @defaultValue
   *   10000
   */
  static create(options: { maxContainers?: number } = {}): RestartMemory {
    return new RestartMemory(options.maxContainers ?? 10_000);
  }

  private constructor(maxContainers: number) {
    this.#maxContainers = maxContainers;
  }

  /** How many containers are remembered. */
  get size(): number {
    return this.#seen.size;
  }

  /**
   * Remembers how often pods have restarted, and says how often each was seen to within the last hour: as often as the container of it
   * that restarts most.
   *
   * @param now - milliseconds since the epoch.
   */
  see(
    pods: KubernetesPod[],
    place: KubernetesPlacement,
    now: number,
  ): RecentRestarts {
    this.#forget(now);
    return new Map(
      pods.map(pod => [pod.metadata.name, this.#seePod(pod, place, now)]),
    );
  }

  #seePod(pod: KubernetesPod, place: KubernetesPlacement, now: number): number {
    const { uid, name } = pod.metadata;
    const owner = [place.cluster, place.namespace, name, uid];
    const increases = (pod.status?.containerStatuses ?? [])
      .filter(container => findRecentEnd(container, now) !== undefined)
      .map(container =>
        this.#seeContainer(
          JSON.stringify([...owner, container.name]),
          container.restartCount ?? 0,
          now,
        ),
      );
    return Math.max(0, ...increases);
  }

  #seeContainer(key: string, restarts: number, now: number): number {
    const sightings = (this.#seen.get(key) ?? []).filter(({ at }) =>
      isRecent(at, now),
    );
    const last = sightings.at(-1);
    if (!last || now - last.at >= STEP_MS) {
      sightings.push({ at: now, restarts });
    }
    // To the end, so that the first is always the one seen longest ago.
    this.#seen.delete(key);
    this.#seen.set(key, sightings);
    // A count goes back when another pod takes the name of one that Kubernetes gave no id.
    return restarts - Math.min(...sightings.map(each => each.restarts));
  }

  #forget(now: number): void {
    for (const [key, sightings] of this.#seen) {
      const last = sightings.at(-1);
      const isKept =
        last !== undefined &&
        isRecent(last.at, now) &&
        this.#seen.size <= this.#maxContainers;
      if (isKept) return;
      this.#seen.delete(key);
    }
  }
}

/** What lies in the future was seen before the clock was set back, and says nothing of any hour. */
function isRecent(at: number, now: number): boolean {
  return at <= now && now - at <= HOUR_MS;
}

/** Two rounds of a minute: who is asked for every minute counts all the time. */
const WINDOW_MS = 120_000;

/** Remembers which namespaces of each cluster were asked for in the last two minutes. */
export class AskedNamespaces {
  readonly #now: () => number;
  readonly #askedAt = new Map<string, Map<string, number>>();

  /** `now`: milliseconds since the epoch. */
  static create(options: { now: () => number }): AskedNamespaces {
    return new AskedNamespaces(options.now);
  }

  private constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes that one was asked for. @returns how many of its cluster were, this one among them. */
  note(cluster: string, namespace: string): number {
    const asked = this.#askedAt.get(cluster) ?? new Map<string, number>();
    this.#askedAt.set(cluster, asked);
    const now = this.#now();
    // Those that were asked for longest ago come first.
    asked.delete(namespace);
    asked.set(namespace, now);
    for (const [other, at] of asked) {
      if (Math.abs(now - at) <= WINDOW_MS) break;
      asked.delete(other);
    }
    return asked.size;
  }
}

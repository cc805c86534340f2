/** Remembers which namespaces of each cluster were asked for within a time. */
export class AskedNamespaces {
  readonly #now: () => number;
  readonly #windowMs: number;
  readonly #askedAt = new Map<string, Map<string, number>>();

  /** `now`: milliseconds since the epoch. */
  static create(options: {
    now: () => number;
    windowMs: number;
  }): AskedNamespaces {
    return new AskedNamespaces(options);
  }

  private constructor(options: { now: () => number; windowMs: number }) {
    this.#now = options.now;
    this.#windowMs = options.windowMs;
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
      if (Math.abs(now - at) <= this.#windowMs) break;
      asked.delete(other);
    }
    return asked.size;
  }
}

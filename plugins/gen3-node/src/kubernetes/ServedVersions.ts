/** Long enough that a missing add-on costs nothing, short enough that one that was just installed is soon seen. */
const NOT_SERVED_MS = 5 * 60_000;

/** What is known of a kind at a cluster. */
type Known = { version: string } | { notServedUntil: number };

/**
 * Remembers which version of a kind each cluster has, and for five minutes that it has none. There is one entry per cluster that
 * answered and kind.
 */
export class ServedVersions {
  readonly #known = new Map<string, Known>();
  readonly #now: () => number;

  /** `now`: milliseconds since the epoch. */
  static create(options: { now: () => number }): ServedVersions {
    return new ServedVersions(options.now);
  }

  private constructor(now: () => number) {
    this.#now = now;
  }

  /** The versions to ask for, the one that worked first; none while the cluster is known not to have the kind. */
  listVersions(
    cluster: string,
    kind: string,
    versions: readonly string[],
  ): readonly string[] {
    const known = this.#known.get(keyOf(cluster, kind));
    if (!known) {
      return versions;
    }
    if ('version' in known) {
      const { version } = known;
      return [version, ...versions.filter(other => other !== version)];
    }
    const left = known.notServedUntil - this.#now();
    // More is left than there ever was when the clock was set back.
    return left > 0 && left <= NOT_SERVED_MS ? [] : versions;
  }

  recordServed(cluster: string, kind: string, version: string): void {
    this.#known.set(keyOf(cluster, kind), { version });
  }

  recordNotServed(cluster: string, kind: string): void {
    const notServedUntil = this.#now() + NOT_SERVED_MS;
    this.#known.set(keyOf(cluster, kind), { notServedUntil });
  }
}

function keyOf(cluster: string, kind: string): string {
  return `${kind}\n${cluster}`;
}

/**
 * Shares readings: one that is under way is joined, and one that is there is kept until it is too old. Those that nobody asks for
 * again are dropped all the same, so memory holds no more than a moment's.
 */
export class Readings<T extends { readAt: string }> {
  readonly #underWay = new Map<string, Promise<T>>();
  readonly #kept = new Map<string, T>();
  readonly #now: () => number;
  readonly #maxAgeMs: number;
  readonly #maxAgeOf: (reading: T) => number;
  #sweep?: NodeJS.Timeout;

  static create<T extends { readAt: string }>(options: {
    /** Milliseconds since the epoch. */
    now: () => number;
    maxAgeMs: number;
    /** Of single readings, at most `maxAgeMs`. @defaultValue `maxAgeMs` for all */
    maxAgeOf?: (reading: T) => number;
  }): Readings<T> {
    return new Readings<T>(options);
  }

  private constructor(options: {
    now: () => number;
    maxAgeMs: number;
    maxAgeOf?: (reading: T) => number;
  }) {
    const { now, maxAgeMs, maxAgeOf = () => maxAgeMs } = options;
    this.#now = now;
    this.#maxAgeMs = maxAgeMs;
    this.#maxAgeOf = maxAgeOf;
  }

  /**
   * The reading of that key; `read`, which never rejects, brings it unless there is one.
   *
   * @param notBefore - an older one will not do, whatever is shared with others; milliseconds since the epoch.
   */
  async share(
    key: string,
    read: () => Promise<T>,
    notBefore: number = -Infinity,
  ): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept && this.#isRecent(kept) && Date.parse(kept.readAt) >= notBefore) {
      return kept;
    }
    const underWay = this.#underWay.get(key) ?? this.#start(key, read);
    this.#underWay.set(key, underWay);
    return underWay;
  }

  /** How many readings are kept or under way. */
  size(): number {
    return this.#kept.size + this.#underWay.size;
  }

  async #start(key: string, read: () => Promise<T>): Promise<T> {
    try {
      const reading = await read();
      if (this.#isRecent(reading)) {
        this.#kept.set(key, reading);
        this.#sweepLater();
      }
      return reading;
    } finally {
      this.#underWay.delete(key);
    }
  }

  #isRecent(reading: T): boolean {
    // Less than no time has passed when the clock was set back.
    const age = this.#now() - Date.parse(reading.readAt);
    return age >= 0 && age < this.#maxAgeOf(reading);
  }

  #sweepLater(): void {
    this.#sweep ??= setTimeout(() => {
      this.#sweep = undefined;
      for (const [key, reading] of this.#kept) {
        if (!this.#isRecent(reading)) {
          this.#kept.delete(key);
        }
      }
      if (this.#kept.size > 0) {
        this.#sweepLater();
      }
      // What is kept must not keep the process.
    }, this.#maxAgeMs).unref();
  }
}

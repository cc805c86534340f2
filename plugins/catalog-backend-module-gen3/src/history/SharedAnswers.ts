/**
 * Shares what takes long to find out: a question that is under way is joined, and its answer is kept for a while. A failure is kept for a
 * shorter time, so that a host in trouble is not asked by every page that is open.
 */
export class SharedAnswers<T> {
  readonly #kept = new Map<string, { answer: Promise<T>; until: number }>();
  readonly #now: () => number;
  readonly #keepMs: number;
  readonly #keepFailureMs: number;

  static create<T>(options: {
    keepMs: number;
    keepFailureMs: number;
    /** Milliseconds since the epoch. @defaultValue `Date.now` */
    now?: () => number;
  }): SharedAnswers<T> {
    return new SharedAnswers<T>(options);
  }

  private constructor(options: {
    keepMs: number;
    keepFailureMs: number;
    now?: () => number;
  }) {
    this.#now = options.now ?? Date.now;
    this.#keepMs = options.keepMs;
    this.#keepFailureMs = options.keepFailureMs;
  }

  /** The answer of that key; `find` brings it unless there is one. */
  async share(key: string, find: () => Promise<T>): Promise<T> {
    this.#forgetOld();
    const kept = this.#kept.get(key);
    if (kept) return kept.answer;
    const answer = find();
    const entry = { answer, until: Infinity };
    this.#kept.set(key, entry);
    try {
      const found = await answer;
      entry.until = this.#now() + this.#keepMs;
      return found;
    } catch (error) {
      entry.until = this.#now() + this.#keepFailureMs;
      throw error;
    }
  }

  /** Whoever asks pays for it: so no timer keeps the process, and memory holds what was asked for lately. */
  #forgetOld(): void {
    for (const [key, { until }] of this.#kept) {
      if (until <= this.#now()) this.#kept.delete(key);
    }
  }
}

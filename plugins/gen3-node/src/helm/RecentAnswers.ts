/** How long {@link RecentAnswers} keeps what it has. */
export interface RecentAnswersOptions {
  /** Milliseconds that an answer stays, from when it came. */
  keepMs: number;
  /** Milliseconds that a failure stays. */
  keepFailureMs: number;
  /** Answers that are kept. @defaultValue 100 */
  maxEntries?: number;
  now: () => number;
}

/** Shares an answer among all who ask for the same at once, and for some time after. */
export class RecentAnswers<T> {
  readonly #answers = new Map<
    string,
    { answer: Promise<T>; until: number | undefined }
  >();
  readonly #keepMs: number;
  readonly #keepFailureMs: number;
  readonly #maxEntries: number;
  readonly #now: () => number;

  private constructor(options: RecentAnswersOptions) {
    this.#keepMs = options.keepMs;
    this.#keepFailureMs = options.keepFailureMs;
    this.#maxEntries = options.maxEntries ?? 100;
    this.#now = options.now;
  }

  static create<T>(options: RecentAnswersOptions): RecentAnswers<T> {
    return new RecentAnswers<T>(options);
  }

  /** The answer that there is, or that of `ask`. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.#answers.get(key);
    if (kept && (kept.until === undefined || kept.until > this.#now())) {
      return kept.answer;
    }
    const entry: { answer: Promise<T>; until: number | undefined } = {
      answer: ask(),
      until: undefined,
    };
    const keepFor = (milliseconds: number) => {
      entry.until = this.#now() + milliseconds;
    };
    entry.answer.then(
      () => keepFor(this.#keepMs),
      () => keepFor(this.#keepFailureMs),
    );
    this.#answers.delete(key);
    this.#answers.set(key, entry);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#maxEntries && oldest !== undefined) {
      this.#answers.delete(oldest);
    }
    return entry.answer;
  }
}

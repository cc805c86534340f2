/** Whether somebody still waits for something. */
export type IsWanted = () => boolean;

interface Entry<T> {
  value: Promise<T>;
  /** Undefined: it is not there yet. */
  bytes: number | undefined;
  /** Those who wait for it, until it is there. */
  waiting: IsWanted[];
}

/** What costs time to make, by a key that says all that it depends on. */
export class RenderingCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #options: RenderingCacheOptions<T>;

  private constructor(options: RenderingCacheOptions<T>) {
    this.#options = options;
  }

  static create<T>(options: RenderingCacheOptions<T>): RenderingCache<T> {
    return new RenderingCache(options);
  }

  /**
   * What there is, or what `make` makes, once for all who ask at the same time. Failures are not kept.
   *
   * @param make - is told whether any of those who ask still waits. What it was told not to make, the next who asks has made anew.
   * @param isWanted - whether this one still waits. Default: for ever
   */
  get(
    key: string,
    make: (isWanted: IsWanted) => Promise<T>,
    isWanted: IsWanted = () => true,
  ): Promise<T> {
    const known = this.#entries.get(key);
    if (known?.bytes === undefined) known?.waiting.push(isWanted);
    const entry = known ?? this.#begin(key, make, isWanted);
    // The newest are at the end.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  #begin(
    key: string,
    make: (isWanted: IsWanted) => Promise<T>,
    isWanted: IsWanted,
  ): Entry<T> {
    const waiting = [isWanted];
    const forget = () => {
      if (this.#entries.get(key)?.waiting === waiting)
        this.#entries.delete(key);
    };
    const value = make(() => {
      const isAny = waiting.some(each => each());
      // At once: who asks between this and the failure must not wait for it.
      if (!isAny) forget();
      return isAny;
    });
    const entry: Entry<T> = { value, bytes: undefined, waiting };
    value.then(made => {
      entry.bytes = this.#options.sizeOf(made);
      waiting.length = 0;
      this.#makeRoom();
    }, forget);
    return entry;
  }

  #makeRoom(): void {
    const { maxEntries, maxBytes } = this.#options;
    let bytes = [...this.#entries.values()].reduce(
      (sum, entry) => sum + (entry.bytes ?? 0),
      0,
    );
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= maxEntries && bytes <= maxBytes) return;
      this.#entries.delete(key);
      bytes -= entry.bytes ?? 0;
    }
  }
}

/** Bounds of a {@link RenderingCache}. */
export interface RenderingCacheOptions<T> {
  maxEntries: number;
  maxBytes: number;
  /** Bytes that a value takes, about. */
  sizeOf: (value: T) => number;
}

/** What costs time to make, by a key that says all that it depends on. */
export class RenderingCache<T> {
  readonly #entries = new Map<string, { value: Promise<T>; bytes: number }>();
  readonly #options: RenderingCacheOptions<T>;

  private constructor(options: RenderingCacheOptions<T>) {
    this.#options = options;
  }

  static create<T>(options: RenderingCacheOptions<T>): RenderingCache<T> {
    return new RenderingCache(options);
  }

  /** What there is, or what `make` makes, once for all who ask at the same time. Failures are not kept. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#entries.get(key);
    const entry = kept ?? { value: make(), bytes: 0 };
    // The newest are at the end.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (!kept) {
      entry.value.then(
        value => {
          entry.bytes = this.#options.sizeOf(value);
          this.#makeRoom();
        },
        () => this.#entries.delete(key),
      );
    }
    return entry.value;
  }

  #makeRoom(): void {
    const { maxEntries, maxBytes } = this.#options;
    let bytes = [...this.#entries.values()].reduce(
      (sum, entry) => sum + entry.bytes,
      0,
    );
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= maxEntries && bytes <= maxBytes) return;
      this.#entries.delete(key);
      bytes -= entry.bytes;
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

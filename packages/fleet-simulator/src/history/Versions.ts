/** What {@link Versions} needs. */
export interface VersionsOptions<T> {
  first: T;
  now: () => Date;
  /** Replaced values that are kept. */
  capacity: number;
}

/** A value that is only ever replaced as a whole, and what it was before, for as many replacements as are kept. */
export class Versions<T> {
  readonly #options: Pick<VersionsOptions<T>, 'now' | 'capacity'>;
  readonly #replaced: { value: T; at: Date }[] = [];
  #latest: T;
  #forgottenUntil: Date | undefined;

  private constructor({ first, ...options }: VersionsOptions<T>) {
    this.#latest = first;
    this.#options = options;
  }

  static create<T>(options: VersionsOptions<T>): Versions<T> {
    return new Versions(options);
  }

  get latest(): T {
    return this.#latest;
  }

  replace(value: T): void {
    this.#replaced.push({ value: this.#latest, at: this.#options.now() });
    this.#latest = value;
    if (this.#replaced.length > this.#options.capacity) {
      this.#forgottenUntil = this.#replaced.shift()?.at;
    }
  }

  /** The value that held until `time`: what was replaced in that very millisecond counts as replaced later. Undefined: forgotten. */
  before(time: Date): { value: T } | undefined {
    if (this.#forgottenUntil && time <= this.#forgottenUntil) {
      return undefined;
    }
    const next = this.#replaced.find(({ at }) => at >= time);
    return next ?? { value: this.#latest };
  }
}

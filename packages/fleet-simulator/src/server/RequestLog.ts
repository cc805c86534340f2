/** One request that was made to a commons. */
export interface LoggedRequest {
  /** ISO 8601 UTC. */
  at: string;
  hostname: string;
  method: string;
  /** Path without query. */
  path: string;
  userAgent: string;
  /** Status of the answer; 0 when there was none (hung, reset or given up). */
  status: number;
}

const DEFAULT_CAPACITY = 10_000;

/** The latest requests, oldest first; older ones than `capacity` (default 10,000) are forgotten. */
export class RequestLog {
  readonly #capacity: number;
  readonly #entries: LoggedRequest[] = [];
  #next = 0;

  private constructor(capacity: number) {
    this.#capacity = capacity;
  }

  static create(options: { capacity?: number } = {}): RequestLog {
    return new RequestLog(options.capacity ?? DEFAULT_CAPACITY);
  }

  record(entry: LoggedRequest): void {
    this.#entries[this.#next] = entry;
    this.#next = (this.#next + 1) % this.#capacity;
  }

  /** All that are kept, or those to `hostname`. */
  list(options: { hostname?: string } = {}): LoggedRequest[] {
    const isFull = this.#entries.length === this.#capacity;
    const inOrder = isFull
      ? [
          ...this.#entries.slice(this.#next),
          ...this.#entries.slice(0, this.#next),
        ]
      : [...this.#entries];
    return options.hostname === undefined
      ? inOrder
      : inOrder.filter(entry => entry.hostname === options.hostname);
  }

  clear(): void {
    this.#entries.length = 0;
    this.#next = 0;
  }
}

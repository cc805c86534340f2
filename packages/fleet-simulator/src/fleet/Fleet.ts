import { Commons } from '../commons/types';

/** The commons that exist now, by hostname. */
export class Fleet {
  #commons: ReadonlyMap<string, Commons> = new Map();

  private constructor() {}

  static create(commons: Iterable<Commons> = []): Fleet {
    const fleet = new Fleet();
    fleet.replace(commons);
    return fleet;
  }

  get(hostname: string): Commons | undefined {
    return this.#commons.get(hostname);
  }

  /** All commons, by hostname. */
  list(): Commons[] {
    return [...this.#commons.values()].sort((a, b) =>
      a.hostname < b.hostname ? -1 : 1,
    );
  }

  get size(): number {
    return this.#commons.size;
  }

  /** From now on these are the commons. Of two with one hostname the first stays. */
  replace(commons: Iterable<Commons>): void {
    const next = new Map<string, Commons>();
    for (const one of commons) {
      if (!next.has(one.hostname)) {
        next.set(one.hostname, one);
      }
    }
    this.#commons = next;
  }
}

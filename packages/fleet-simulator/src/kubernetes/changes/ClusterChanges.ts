import { Change } from './Change';

const NONE: readonly Change[] = [];

/** Changes that are kept of one commons, and of all; the oldest are forgotten, as if what they made had always been so. */
const KEPT_OF_ONE = 100;
const KEPT_OF_ALL = 20_000;

/** What reads changes: those until now, or those until an earlier time. */
export type ChangesReader = Pick<ClusterChanges, 'of'>;

/** What was done to commons, by hostname, in memory only. */
export class ClusterChanges {
  readonly #changes = new Map<string, readonly Change[]>();
  readonly #capacity: number;
  #count = 0;

  private constructor(capacity: number) {
    this.#capacity = capacity;
  }

  static create(options: { capacity?: number } = {}): ClusterChanges {
    return new ClusterChanges(options.capacity ?? KEPT_OF_ALL);
  }

  /** The changes of a commons, oldest first. */
  of(hostname: string): readonly Change[] {
    return this.#changes.get(hostname) ?? NONE;
  }

  add(hostname: string, change: Change): void {
    const kept = [...this.of(hostname), change].slice(-KEPT_OF_ONE);
    this.forget(hostname);
    // The commons that was changed last is the last to be forgotten.
    this.#changes.set(hostname, kept);
    this.#count += kept.length;
    const [oldest] = this.#changes.keys();
    if (this.#count > this.#capacity && oldest !== undefined) {
      this.forget(oldest);
    }
  }

  /** Forgets a commons that is gone, or is somewhere else. */
  forget(hostname: string): void {
    this.#count -= this.of(hostname).length;
    this.#changes.delete(hostname);
  }

  /** The changes as they were until `time`: what was done in that very millisecond counts as done later. */
  before(time: Date): ChangesReader {
    return {
      of: hostname => this.of(hostname).filter(({ at }) => at < time),
    };
  }
}

/** The changes, and more of one commons that are only tried. */
export function withChanges(
  changes: ChangesReader,
  hostname: string,
  more: readonly Change[],
): ChangesReader {
  return {
    of: asked => [...changes.of(asked), ...(asked === hostname ? more : [])],
  };
}

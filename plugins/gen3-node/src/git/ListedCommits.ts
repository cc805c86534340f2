import type { GitCache } from './GitCache';
import { GitError } from './GitError';

/** Commits that are remembered: more than one reading of a repository has, and few enough to be looked through. */
const MAX_COMMITS = 200;

/**
 * The commits that were listed last: where blobs come from when a host hands out commits only, and refuses to send a single
 * blob.
 */
export class ListedCommits {
  readonly #cache: GitCache;
  /** Oldest first. */
  readonly #commits = new Set<string>();

  private constructor(cache: GitCache) {
    this.#cache = cache;
  }

  static create(options: { cache: GitCache }): ListedCommits {
    return new ListedCommits(options.cache);
  }

  /** Remembers a commit as the newest one. */
  add(commit: string): void {
    this.#commits.delete(commit);
    this.#commits.add(commit);
    const [oldest] = this.#commits;
    if (this.#commits.size > MAX_COMMITS && oldest !== undefined) {
      this.#commits.delete(oldest);
    }
  }

  /**
   * Fetches commits with all their contents, one at a time and the newest first, until the blobs are here. A commit without
   * any of them is passed over, and one that the host has no more, as after a force-push, is forgotten.
   *
   * @returns the blobs that no commit has.
   * @throws GitError when the host does not answer.
   */
  async fetchWith(
    blobs: readonly string[],
    signal: AbortSignal,
  ): Promise<string[]> {
    let absent = [...blobs];
    for (const commit of [...this.#commits].reverse()) {
      if (absent.length === 0) break;
      // One after the other: whether the next one is needed is known only after this one.
      if (await this.#mayHold(commit, absent, signal)) {
        await this.#fetch(commit, signal);
        const sizes = await this.#cache.sizesOf(absent, signal);
        absent = absent.filter(blob => sizes.get(blob) === undefined);
      }
    }
    return absent;
  }

  /** The trees are here, unless the copy was begun anew since. */
  async #mayHold(
    commit: string,
    blobs: readonly string[],
    signal: AbortSignal,
  ): Promise<boolean> {
    if (!(await this.#cache.hasCommit(commit, signal))) return true;
    const files = await this.#cache.listTree(commit, signal);
    const wanted = new Set(blobs);
    return files.some(({ blob }) => wanted.has(blob));
  }

  async #fetch(commit: string, signal: AbortSignal): Promise<void> {
    try {
      await this.#cache.fetchCommits({
        commits: [commit],
        withContents: true,
        signal,
      });
    } catch (error) {
      if (!(error instanceof GitError) || error.reason !== 'rejected') {
        throw error;
      }
      // The host has it no more; what only it held stays absent, and the caller says so.
      this.#commits.delete(commit);
    }
  }
}

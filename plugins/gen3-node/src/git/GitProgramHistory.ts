import { withDeadline } from '../http/withDeadline';
import { GitCache } from './GitCache';
import { GitError, type GitErrorReason } from './GitError';
import type { GitCommit, GitHistory } from './GitHistory';
import { isCommitId } from './gitNames';
import { GitProgram } from './GitProgram';
import { redactUrls } from './redactUrls';
import { requireGitUrl } from './requireGitUrl';
import { resolveRef } from './resolveRef';

/** How far back is looked: a megabyte or two of a repository of many commons. */
const MAX_DEPTH = 1_000;

/** Failures before the remote sent anything: they leave the copy as it was. All others may leave locks and halves of packs. */
const HARMLESS: readonly GitErrorReason[] = [
  'not-found',
  'unauthorized',
  'unreachable',
];

/** What a GitProgramHistory may be told. @public */
export interface GitProgramHistoryOptions {
  /** `file://`, `ssh://`, `https://`, `http://` or `user@host:path`. */
  url: string;
  /** @defaultValue `git` in `PATH` */
  binary?: string;
  /** Where the copy is kept while the process runs. @defaultValue the system's folder for temporary files */
  workingDirectory?: string;
  /** Time that one call of git may take, in milliseconds; whoever asks may wait for less. @defaultValue 120000 */
  timeoutMs?: number;
  /** Commits that are looked through. @defaultValue 1000 */
  maxDepth?: number;
  /** @defaultValue process.env */
  environment?: NodeJS.ProcessEnv;
}

/**
 * Reads the history of any remote with the git program: commits and trees of the newest part of it, without any contents of
 * files. What the remote has that the copy lacks is fetched once for all who ask, and goes on when they have left: a large repository is
 * there for whoever asks next.
 *
 * @public
 */
export class GitProgramHistory implements GitHistory {
  readonly url: string;
  readonly #remote: string;
  readonly #cache: GitCache;
  readonly #maxDepth: number;
  readonly #closing = new AbortController();
  /** The last one: under way, or failed with nobody told so far. */
  #fetch?: { commit: string; done: Promise<void>; hasFailed: boolean };
  /** What the copy is known to hold, with its history. */
  #tip?: string;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(options: GitProgramHistoryOptions) {
    this.url = redactUrls(options.url);
    this.#remote = options.url;
    this.#maxDepth = options.maxDepth ?? MAX_DEPTH;
    this.#cache = GitCache.create({
      git: GitProgram.create({
        url: options.url,
        binary: options.binary ?? 'git',
        timeoutMs: options.timeoutMs ?? 120_000,
        environment: options.environment ?? process.env,
      }),
      remote: options.url,
      parent: options.workingDirectory,
    });
  }

  /** @throws Error when the URL is not one that git may be given. */
  static create(options: GitProgramHistoryOptions): GitProgramHistory {
    requireGitUrl(options.url);
    return new GitProgramHistory(options);
  }

  async list(options: {
    ref: string;
    paths: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitCommit[] | undefined> {
    const { ref, signal } = options;
    this.#closing.signal.throwIfAborted();
    const cache = this.#cache;
    const tip = await resolveRef({ url: this.#remote, cache, ref, signal });
    if (!tip) return undefined;
    const { commit } = tip;
    if (commit !== this.#tip) {
      await this.#bring(commit, signal);
    }
    return this.#alone(() => this.#read({ ...options, commit }));
  }

  async listContained(options: {
    revision: string;
    paths: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitCommit[] | undefined> {
    const { revision: commit, signal } = options;
    // Only what is here: a commit that somebody names is no reason to fetch.
    if (!isCommitId(commit) || !this.#tip) return undefined;
    return this.#alone(async () =>
      (await this.#cache.hasCommit(commit, signal))
        ? this.#read({ ...options, commit })
        : undefined,
    );
  }

  isReading(): boolean {
    return this.#fetch !== undefined && !this.#fetch.hasFailed;
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('the portal is shutting down'));
    await this.#alone(() => this.#drop());
  }

  /** Joins the fetch of that commit, or hears what became of the last one; else begins one. */
  async #bring(commit: string, signal: AbortSignal): Promise<void> {
    const fetch =
      this.#fetch?.commit === commit || this.#fetch?.hasFailed
        ? this.#fetch
        : this.#beginFetch(commit);
    try {
      await withDeadline({ signals: [signal] }, () => fetch.done);
    } catch (error) {
      // Whoever has left has not heard of it.
      if (!signal.aborted && this.#fetch === fetch) this.#fetch = undefined;
      throw error;
    }
  }

  #beginFetch(commit: string) {
    const done = this.#alone(() => this.#fetchUpTo(commit));
    const fetch = { commit, done, hasFailed: false };
    this.#fetch = fetch;
    done.then(
      () => {
        if (this.#fetch === fetch) this.#fetch = undefined;
      },
      () => {
        fetch.hasFailed = true;
      },
    );
    return fetch;
  }

  async #fetchUpTo(commit: string): Promise<void> {
    const { signal } = this.#closing;
    const [since, depth] = [this.#tip, this.#maxDepth];
    try {
      if (!since || !(await this.#cache.hasCommit(commit, signal))) {
        const commits = [commit];
        await this.#cache.fetchCommits({ commits, depth, since, signal });
      }
      this.#tip = commit;
    } catch (error) {
      const isHarmless =
        error instanceof GitError && HARMLESS.includes(error.reason);
      // The cache begins anew by itself now and then: what was there may be gone.
      const isGood =
        isHarmless && since && (await this.#cache.hasCommit(since, signal));
      if (!isGood) await this.#drop();
      throw error;
    }
  }

  async #drop(): Promise<void> {
    this.#tip = undefined;
    await this.#cache.drop();
  }

  async #read(options: {
    commit: string;
    paths: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitCommit[]> {
    // A copy that was removed must not be begun again.
    this.#closing.signal.throwIfAborted();
    const cutOff = await this.#cache.cutOffCommits(options.signal);
    const commits = await this.#cache.listCommits(options);
    return commits.filter(({ sha }) => !cutOff.has(sha));
  }

  /** Calls on the copy run one after the other: it may be made anew while another call reads it. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => {});
    return done;
  }
}

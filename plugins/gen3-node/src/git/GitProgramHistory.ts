import { GitCache } from './GitCache';
import type { GitHistory, GitLog } from './GitHistory';
import { isCommitId } from './gitNames';
import { GitProgram } from './GitProgram';
import { redactUrls } from './redactUrls';
import { requireGitUrl } from './requireGitUrl';
import { resolveRef } from './resolveRef';

/** How far back is looked: a megabyte or two of a repository of many commons. */
const MAX_DEPTH = 1_000;

/** What a GitProgramHistory may be told. @public */
export interface GitProgramHistoryOptions {
  /** `file://`, `ssh://`, `https://`, `http://` or `user@host:path`. */
  url: string;
  /** @defaultValue `git` in `PATH` */
  binary?: string;
  /** Where the copy is kept while the process runs. @defaultValue the system's folder for temporary files */
  workingDirectory?: string;
  /** Time that one call of git may take, in milliseconds. @defaultValue 10000 */
  timeoutMs?: number;
  /** Commits that are looked through. @defaultValue 1000 */
  maxDepth?: number;
  /** @defaultValue process.env */
  environment?: NodeJS.ProcessEnv;
}

/**
 * Reads the history of any remote with the git program: commits and trees of the newest part of it, without any contents of
 * files. The copy holds one state of the remote, and is made anew when the remote has moved on.
 *
 * @public
 */
export class GitProgramHistory implements GitHistory {
  readonly url: string;
  readonly #remote: string;
  readonly #cache: GitCache;
  readonly #maxDepth: number;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(options: GitProgramHistoryOptions) {
    this.url = redactUrls(options.url);
    this.#remote = options.url;
    this.#maxDepth = options.maxDepth ?? MAX_DEPTH;
    this.#cache = GitCache.create({
      git: GitProgram.create({
        url: options.url,
        binary: options.binary ?? 'git',
        timeoutMs: options.timeoutMs ?? 10_000,
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
    revisions: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitLog | undefined> {
    const { ref, signal } = options;
    const cache = this.#cache;
    const tip = await resolveRef({ url: this.#remote, cache, ref, signal });
    return tip && this.#alone(() => this.#read({ ...options, ...tip }));
  }

  async close(): Promise<void> {
    await this.#alone(() => this.#cache.drop());
  }

  async #read(options: {
    commit: string;
    paths: readonly string[];
    revisions: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitLog> {
    const { commit, paths, limit, signal } = options;
    const cache = this.#cache;
    if (!(await cache.hasCommit(commit, signal))) {
      await cache.drop();
      const depth = this.#maxDepth;
      await cache.fetchCommits({ commits: [commit], depth, signal });
    }
    const cutOff = await cache.cutOffCommits(signal);
    const listUpTo = async (upTo: string) => {
      const about = { commit: upTo, paths, limit, signal };
      const commits = await cache.listCommits(about);
      return commits.filter(({ sha }) => !cutOff.has(sha));
    };
    const contained = new Map<string, string[]>();
    for (const revision of options.revisions.filter(isCommitId)) {
      // One after the other: there are a few, and each is a call of git.
      if (await cache.hasCommit(revision, signal)) {
        const commits = await listUpTo(revision);
        contained.set(
          revision,
          commits.map(({ sha }) => sha),
        );
      }
    }
    return { commits: await listUpTo(commit), contained };
  }

  /** Calls on the copy run one after the other: it may be made anew while another call reads it. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => {});
    return done;
  }
}

import { GitCache } from './GitCache';
import { GitError } from './GitError';
import { isCommitId } from './gitNames';
import { GitProgram } from './GitProgram';
import { ListedCommits } from './ListedCommits';
import type {
  GitBlob,
  GitFile,
  GitRepository,
  GitRevision,
} from './GitRepository';
import { redactUrls } from './redactUrls';
import { requireGitUrl } from './requireGitUrl';
import { resolveRef } from './resolveRef';

/** Blobs above this are not read. */
const MAX_BLOB_BYTES = 5 * 1024 * 1024;

/** Blobs that one call of git fetches: few enough for its time also when the network is slow. */
const FETCH_BATCH = 4_000;

/** Contents that one call of git hands over, so that a large reading does not lie in memory twice. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** What a GitProgramRepository may be told. */
export interface GitProgramRepositoryOptions {
  /** `file://`, `ssh://`, `https://`, `http://` or `user@host:path`. */
  url: string;
  /** @defaultValue `git` in `PATH` */
  binary?: string;
  /** Where the copy is kept while the process runs. @defaultValue the system's folder for temporary files */
  workingDirectory?: string;
  /** Time that one call of git may take, in milliseconds. @defaultValue 120000 */
  timeoutMs?: number;
  /** @defaultValue 5 MiB */
  maxBlobBytes?: number;
  /** @defaultValue process.env */
  environment?: NodeJS.ProcessEnv;
}

/**
 * Reads any remote with the git program.
 *
 * Trees are fetched without contents, then only the blobs that are asked for, all at once. A remote that knows no
 * partial clones sends everything of a commit, which works too.
 */
export class GitProgramRepository implements GitRepository {
  readonly url: string;
  readonly #remote: string;
  readonly #cache: GitCache;
  readonly #maxBlobBytes: number;
  readonly #listed: ListedCommits;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(options: GitProgramRepositoryOptions) {
    this.url = redactUrls(options.url);
    this.#remote = options.url;
    this.#maxBlobBytes = options.maxBlobBytes ?? MAX_BLOB_BYTES;
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
    this.#listed = ListedCommits.create({ cache: this.#cache });
  }

  /** @throws Error when the URL is not one that git may be given. */
  static create(options: GitProgramRepositoryOptions): GitProgramRepository {
    requireGitUrl(options.url);
    return new GitProgramRepository(options);
  }

  async resolve(options: {
    ref: string;
    signal: AbortSignal;
  }): Promise<GitRevision | undefined> {
    return resolveRef({ ...options, url: this.#remote, cache: this.#cache });
  }

  async listFiles(options: {
    commit: string;
    signal: AbortSignal;
  }): Promise<GitFile[]> {
    const { commit, signal } = options;
    if (!isCommitId(commit)) {
      throw new Error(`"${commit.slice(0, 100)}" is not a full commit id`);
    }
    return this.#alone(async () => {
      if (!(await this.#cache.hasCommit(commit, signal))) {
        await this.#cache.fetchCommits({ commits: [commit], signal });
      }
      this.#listed.add(commit);
      return this.#cache.listTree(commit, signal);
    });
  }

  async fetchBlobs(options: {
    blobs: readonly string[];
    signal: AbortSignal;
  }): Promise<void> {
    const { signal } = options;
    const blobs = [...new Set(options.blobs)].filter(isCommitId);
    for (let at = 0; at < blobs.length; at += FETCH_BATCH) {
      const batch = blobs.slice(at, at + FETCH_BATCH);
      // One batch after the other, with room for other readers in between.
      await this.#alone(() => this.#ensure(batch, signal));
    }
  }

  async readBlobs(options: {
    blobs: readonly string[];
    signal: AbortSignal;
  }): Promise<Map<string, GitBlob>> {
    const { signal } = options;
    const blobs = [...new Set(options.blobs)].filter(isCommitId);
    if (blobs.length === 0) return new Map();
    return this.#alone(async () => {
      const sizes = await this.#ensure(blobs, signal);
      return this.#read(sizes, signal);
    });
  }

  async close(): Promise<void> {
    await this.#alone(() => this.#cache.drop());
  }

  /** Fetches what is not here yet and says how large each blob is. */
  async #ensure(
    blobs: readonly string[],
    signal: AbortSignal,
  ): Promise<Map<string, number | undefined>> {
    const sizes = await this.#cache.sizesOf(blobs, signal);
    const absent = blobs.filter(blob => sizes.get(blob) === undefined);
    if (absent.length === 0) return sizes;
    try {
      await this.#cache.fetchBlobs({ blobs: absent, signal });
    } catch (error) {
      // Some hosts hand out commits only, and refuse to send a single blob.
      if (!(error instanceof GitError) || error.reason !== 'rejected') {
        throw error;
      }
      const missing = await this.#listed.fetchWith(absent, signal);
      // They are in a commit that was listed: to call them missing would take away files that exist.
      if (missing.length > 0) throw error;
    }
    return this.#cache.sizesOf(blobs, signal);
  }

  async #read(
    sizes: Map<string, number | undefined>,
    signal: AbortSignal,
  ): Promise<Map<string, GitBlob>> {
    const answers = new Map<string, GitBlob>();
    let batch: string[] = [];
    let bytes = 0;
    const flush = async () => {
      const blobs = batch;
      const contents = await this.#cache.contentsOf({ blobs, bytes, signal });
      for (const [blob, content] of contents) {
        answers.set(blob, { kind: 'content', content });
      }
      batch = [];
      bytes = 0;
    };
    for (const [blob, size] of sizes) {
      answers.set(blob, { kind: 'missing' });
      if (size !== undefined && size > this.#maxBlobBytes) {
        answers.set(blob, { kind: 'too-large', size });
      } else if (size !== undefined) {
        // One batch after the other: they share the memory that one may take.
        if (bytes + size > BATCH_BYTES) await flush();
        batch.push(blob);
        bytes += size;
      }
    }
    if (batch.length > 0) await flush();
    return answers;
  }

  /** Calls on the copy run one after the other: a fetch may replace what another call reads. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => {});
    return done;
  }
}

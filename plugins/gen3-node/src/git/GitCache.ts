import { isError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createTemporaryFolder,
  type TemporaryFolder,
} from '../process/temporaryFolder';
import type { GitProgram } from './GitProgram';
import type { GitCommit } from './GitHistory';
import type { GitFile } from './GitRepository';
import { COMMIT_FORMAT, parseCommits } from './parseCommits';
import { parseContents, parseSizes, parseTree } from './parseGitOutput';

const REMOTE = 'source';

/** Listing of a tree: about 500,000 files. */
const MAX_TREE_BYTES = 64 * 1024 * 1024;

/** Fetches after which the cache is made anew: each leaves a pack, and nothing else removes old ones. */
const MAX_FETCHES = 200;

/**
 * A bare, shallow, partial copy of a remote in a folder of this process alone, so that two processes never write to the
 * same one.
 *
 * The remote's URL and the promise that it has what the copy lacks are given to single calls and never written to disk: that keeps
 * passwords out of files, and keeps git from fetching blob after blob by itself when one is read.
 */
export class GitCache {
  readonly #git: GitProgram;
  readonly #remote: string;
  readonly #parent?: string;
  #folder?: TemporaryFolder;
  #fetches = 0;

  private constructor(git: GitProgram, remote: string, parent?: string) {
    this.#git = git;
    this.#remote = remote;
    this.#parent = parent;
  }

  static create(options: {
    git: GitProgram;
    remote: string;
    parent?: string;
  }): GitCache {
    return new GitCache(options.git, options.remote, options.parent);
  }

  /** Asks the remote for refs; needs no copy. */
  async listRemoteRefs(options: {
    operation: string;
    names: readonly string[];
    signal: AbortSignal;
  }): Promise<string> {
    const output = await this.#git.run({
      operation: options.operation,
      args: ['ls-remote', '--symref', '--', REMOTE, ...options.names],
      settings: { [`remote.${REMOTE}.url`]: this.#remote },
      signal: options.signal,
    });
    return output.toString('utf8');
  }

  /** Fetches commits, without contents of files when the remote can leave them out. */
  async fetchCommits(options: {
    commits: readonly string[];
    /** How many commits of the history of each, this one included. @defaultValue 1 */
    depth?: number;
    /** A commit that is here: what it contains is not sent again. */
    since?: string;
    withContents?: boolean;
    signal: AbortSignal;
  }): Promise<void> {
    const { commits, depth = 1, since, withContents, signal } = options;
    // Not while contents are gathered from several commits: those of the first would be gone again.
    if (this.#fetches >= MAX_FETCHES && !withContents) await this.drop();
    await this.#fetch({
      operation: `fetch commit ${commits.join(', ')}`,
      args: withContents
        ? ['--refetch', `--depth=${depth}`, REMOTE, ...commits]
        : [
            '--filter=blob:none',
            `--depth=${depth}`,
            // The copy has no refs, by which git would know what is here; and nothing at all is here when it was dropped.
            ...(since && this.#folder ? [`--negotiation-tip=${since}`] : []),
            REMOTE,
            ...commits,
          ],
      promise: !withContents,
      signal,
    });
  }

  async fetchBlobs(options: {
    blobs: readonly string[];
    signal: AbortSignal;
  }): Promise<void> {
    const { blobs, signal } = options;
    await this.#fetch({
      operation: `fetch the content of ${blobs.length} files`,
      args: ['--filter=blob:none', '--stdin', REMOTE],
      input: `${blobs.join('\n')}\n`,
      promise: true,
      signal,
    });
  }

  async hasCommit(commit: string, signal: AbortSignal): Promise<boolean> {
    const output = await this.#read({
      operation: 'look up a commit',
      args: ['cat-file', '--batch-check'],
      input: `${commit}\n`,
      signal,
    });
    return output.toString('utf8').startsWith(`${commit} commit `);
  }

  async listTree(commit: string, signal: AbortSignal): Promise<GitFile[]> {
    const output = await this.#read({
      operation: 'list the files',
      args: ['ls-tree', '-r', '-z', '--full-tree', commit],
      maxOutputBytes: MAX_TREE_BYTES,
      signal,
    });
    return parseTree(output);
  }

  /**
   * The newest commits up to one that touch any of the paths, as far as the history is here; all commits when there are no
   * paths.
   */
  async listCommits(options: {
    commit: string;
    paths: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitCommit[]> {
    const { commit, paths, limit, signal } = options;
    const output = await this.#read({
      operation: 'list the commits',
      args: [
        '--literal-pathspecs',
        'log',
        '--no-show-signature',
        '--encoding=UTF-8',
        `--format=${COMMIT_FORMAT}`,
        `--max-count=${limit}`,
        commit,
        '--',
        ...paths,
      ],
      signal,
    });
    return parseCommits(output.toString('utf8'));
  }

  /** Commits whose history is not here: to git they look as if they had made every file. */
  async cutOffCommits(signal: AbortSignal): Promise<Set<string>> {
    const file = join(await this.#directory(signal), 'shallow');
    try {
      return new Set((await readFile(file, 'utf8')).split('\n'));
    } catch (error) {
      // The whole history is here.
      if (isError(error) && error.code === 'ENOENT') return new Set();
      throw error;
    }
  }

  /** Sizes in bytes of blobs; those that are not here have none. */
  async sizesOf(
    blobs: readonly string[],
    signal: AbortSignal,
  ): Promise<Map<string, number | undefined>> {
    const output = await this.#read({
      operation: 'measure files',
      args: ['cat-file', '--batch-check'],
      input: `${blobs.join('\n')}\n`,
      signal,
    });
    return parseSizes(output.toString('utf8'));
  }

  /** Contents of blobs that are here and that take up `bytes` together. */
  async contentsOf(options: {
    blobs: readonly string[];
    bytes: number;
    signal: AbortSignal;
  }): Promise<Map<string, Buffer>> {
    const { blobs, bytes, signal } = options;
    const output = await this.#read({
      operation: 'read files',
      args: ['cat-file', '--batch'],
      input: `${blobs.join('\n')}\n`,
      maxOutputBytes: bytes + blobs.length * 200,
      signal,
    });
    return parseContents(output);
  }

  /** Removes the copy; the next call begins a new one. */
  async drop(): Promise<void> {
    const folder = this.#folder;
    this.#folder = undefined;
    this.#fetches = 0;
    await folder?.remove();
  }

  async #fetch(options: {
    operation: string;
    args: readonly string[];
    input?: string;
    promise: boolean;
    signal: AbortSignal;
  }): Promise<void> {
    const { operation, args, input, promise, signal } = options;
    this.#fetches += 1;
    await this.#git.run({
      operation,
      args: [
        `--git-dir=${await this.#directory(signal)}`,
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        ...this.#uploadPack(),
        ...args,
      ],
      input,
      settings: {
        [`remote.${REMOTE}.url`]: this.#remote,
        ...(promise && {
          [`remote.${REMOTE}.promisor`]: 'true',
          [`remote.${REMOTE}.partialclonefilter`]: 'blob:none',
          // Blobs are asked for by id: there is no history to agree on first.
          ...(input && { 'fetch.negotiationAlgorithm': 'noop' }),
        }),
      },
      signal,
    });
  }

  /** A repository on this machine is served by our own git, which leaves contents out only when it is told that it may. */
  #uploadPack(): string[] {
    return /^file:/i.test(this.#remote)
      ? ['--upload-pack=git -c uploadpack.allowFilter=true upload-pack']
      : [];
  }

  async #read(call: {
    operation: string;
    args: readonly string[];
    input?: string;
    maxOutputBytes?: number;
    signal: AbortSignal;
  }): Promise<Buffer> {
    const directory = await this.#directory(call.signal);
    return this.#git.run({
      ...call,
      args: [`--git-dir=${directory}`, ...call.args],
    });
  }

  async #directory(signal: AbortSignal): Promise<string> {
    if (this.#folder) return join(this.#folder.path, 'git');
    const folder = await createTemporaryFolder({
      kind: 'gen3-git',
      parent: this.#parent,
    });
    const directory = join(folder.path, 'git');
    try {
      await this.#git.run({
        operation: 'begin a copy',
        args: ['init', '--quiet', '--bare', '--template=', '--', directory],
        signal,
      });
    } catch (error) {
      await folder.remove();
      throw error;
    }
    this.#folder = folder;
    return directory;
  }
}

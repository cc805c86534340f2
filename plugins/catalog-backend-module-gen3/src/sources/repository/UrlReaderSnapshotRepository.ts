import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { Provenance } from '../types';
import { classifyFailure } from './classifyFailure';
import {
  describeBranchLimit,
  describeMissing,
  describeRefusal,
  describeRejection,
  describeSlashLimit,
  readsBranchesOnly,
} from './describeFailure';
import { type PageHost, treeUrl } from '@gen3-csoc/backstage-plugin-gen3-node';
import { readTreeFiles, readTreeVersion, TreeFiles } from './readTreeFiles';
import {
  FileReading,
  RepositorySnapshot,
  SnapshotRepository,
  UnreadableRevision,
} from './RepositorySnapshot';

/** Snapshots by way of Backstage's readers of GitHub, GitLab, Bitbucket, Azure and Gitea. */
export class UrlReaderSnapshotRepository implements SnapshotRepository {
  readonly url: string;
  readonly #reader: UrlReaderService;
  readonly #host: PageHost;
  readonly #revision?: string;
  readonly #locate: (path: string) => Provenance;

  private constructor(options: {
    reader: UrlReaderService;
    url: string;
    host: PageHost;
    revision?: string;
    locate: (path: string) => Provenance;
  }) {
    this.#reader = options.reader;
    this.url = options.url;
    this.#host = options.host;
    this.#revision = options.revision;
    this.#locate = options.locate;
  }

  static create(options: {
    reader: UrlReaderService;
    /** Web address of the repository. */
    url: string;
    host: PageHost;
    /** @defaultValue the default branch */
    revision?: string;
    locate: (path: string) => Provenance;
  }): UrlReaderSnapshotRepository {
    return new UrlReaderSnapshotRepository(options);
  }

  async open(options: {
    knownVersion?: string;
    signal: AbortSignal;
  }): Promise<RepositorySnapshot | 'unchanged'> {
    const branch = this.#revision;
    if (!branch && this.#host === 'gitea') {
      throw new Error(
        `The repository "${this.url}" needs a "branch": Backstage's reader of gitea knows no default branch`,
      );
    }
    const answer = await this.#snapshotAt({ ...options, revision: branch });
    if (answer === undefined) {
      const { url } = this;
      throw new Error(describeMissing({ url, host: this.#host, branch }));
    }
    if (answer !== 'unchanged' && 'unreadable' in answer) {
      const at = branch ? ` at "${branch}"` : '';
      throw new Error(`Cannot read "${this.url}"${at}: ${answer.unreadable}`);
    }
    return answer;
  }

  async peek(options: {
    revision: string;
    knownVersion: string;
    signal: AbortSignal;
  }): Promise<'unchanged' | 'changed' | 'missing'> {
    const { revision, knownVersion, signal } = options;
    const version = await this.#ask(revision, signal, url =>
      readTreeVersion({
        reader: this.#reader,
        url,
        etag: knownVersion,
        signal,
      }),
    );
    if (version === 'unchanged') return 'unchanged';
    if (typeof version !== 'string') return 'missing';
    return version === knownVersion ? 'unchanged' : 'changed';
  }

  async #snapshotAt(options: {
    revision: string | undefined;
    knownVersion?: string;
    signal: AbortSignal;
  }): Promise<
    RepositorySnapshot | 'unchanged' | UnreadableRevision | undefined
  > {
    const { revision, knownVersion, signal } = options;
    return this.#ask(revision, signal, async url => {
      const reader = this.#reader;
      const about = { reader, url, etag: knownVersion, signal };
      return this.#snapshotOf(await readTreeFiles(about), signal);
    });
  }

  /**
   * Asks the host for something at a revision.
   *
   * @returns undefined when there is no such revision
   * @throws Error when the host cannot be asked at all
   */
  async #ask<T>(
    revision: string | undefined,
    signal: AbortSignal,
    question: (url: string) => Promise<T>,
  ): Promise<T | 'unchanged' | UnreadableRevision | undefined> {
    const url = treeUrl(this.#host, this.url, this.#branchOf(revision));
    if (url === undefined) {
      return { unreadable: describeSlashLimit(this.#host) };
    }
    try {
      return await question(url);
    } catch (error) {
      signal.throwIfAborted();
      const failure = classifyFailure(error);
      switch (failure.kind) {
        case 'unchanged':
          return 'unchanged';
        case 'missing':
          return undefined;
        case 'rejected':
          return { unreadable: describeRejection(this.#host, failure.answer) };
        case 'refused':
          throw new Error(
            describeRefusal({
              url: this.url,
              host: this.#host,
              answer: failure.answer,
            }),
          );
        default:
          throw new ForwardedError(`Cannot read "${this.url}"`, error);
      }
    }
  }

  /** Branch of a revision; `HEAD` is the default branch, for which gitea's reader can only take the configured one. */
  #branchOf(revision: string | undefined): string | undefined {
    if (revision !== 'HEAD') return revision;
    return this.#host === 'gitea' ? this.#revision : undefined;
  }

  #snapshotOf(tree: TreeFiles, signal: AbortSignal): RepositorySnapshot {
    const { version, files } = tree;
    const readFiles = async (paths: readonly string[]) =>
      new Map<string, FileReading>(
        paths.map(path => [path, files.get(path) ?? { kind: 'missing' }]),
      );
    const snapshot: RepositorySnapshot = {
      version,
      listFiles: async () => [...files.keys()],
      // The whole tree came in one archive.
      prefetch: async () => {},
      readFiles,
      locate: this.#locate,
      atRevision: async revision => {
        const other = await this.#snapshotAt({
          revision: revision || 'HEAD',
          knownVersion: version,
          signal,
        });
        if (other === undefined && readsBranchesOnly(this.#host)) {
          return { unreadable: describeBranchLimit(this.#host) };
        }
        return other === 'unchanged' ? snapshot : other;
      },
    };
    return snapshot;
  }
}

import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import { Provenance } from '../types';
import { textOf } from './GitSnapshotRepository';
import { PageHost, treeUrl } from './pageUrls';
import {
  FileReading,
  RepositorySnapshot,
  SnapshotRepository,
} from './RepositorySnapshot';
import { readTreeFiles, readTreeVersion, TreeFiles } from './readTreeFiles';

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
    const complaint = this.#complainAboutRevision();
    if (complaint) throw new Error(complaint);
    const answer = await this.#read({ ...options, revision: this.#revision });
    if (answer === 'missing') {
      throw new Error(
        `The repository "${this.url}" or its ${
          this.#revision ? `branch "${this.#revision}"` : 'default branch'
        } was not found: correct "url" and "branch", and check that the token of the integration may read it`,
      );
    }
    return answer;
  }

  async peek(options: {
    revision: string;
    knownVersion: string;
    signal: AbortSignal;
  }): Promise<'unchanged' | 'changed' | 'missing'> {
    const { revision, knownVersion, signal } = options;
    const url = this.#urlOf(revision);
    if (url === undefined) return 'missing';
    try {
      const about = { reader: this.#reader, url, etag: knownVersion, signal };
      const version = await readTreeVersion(about);
      return version === knownVersion ? 'unchanged' : 'changed';
    } catch (error) {
      return this.#explain(error, signal);
    }
  }

  /** What keeps the configured revision from being read, whatever the repository holds. */
  #complainAboutRevision(): string | undefined {
    const branch = this.#revision;
    if (!branch && this.#host === 'gitea') {
      return `The repository "${this.url}" needs a "branch": Backstage's reader of gitea knows no default branch`;
    }
    return treeUrl(this.#host, this.url, branch) === undefined
      ? `The branch "${branch}" of "${
          this.url
        }" has a slash in its name, which Backstage's reader of ${
          this.#host
        } cannot be told: set "reader: git"`
      : undefined;
  }

  /** Branch of a revision; `HEAD` is the default branch, for which gitea's reader can only take the configured one. */
  #branchOf(revision: string | undefined): string | undefined {
    if (revision !== 'HEAD') return revision;
    return this.#host === 'gitea' ? this.#revision : undefined;
  }

  /** Undefined when this host's reader cannot be told such a branch. */
  #urlOf(revision: string | undefined): string | undefined {
    return treeUrl(this.#host, this.url, this.#branchOf(revision));
  }

  async #read(options: {
    revision?: string;
    knownVersion?: string;
    signal: AbortSignal;
  }): Promise<RepositorySnapshot | 'unchanged' | 'missing'> {
    const { revision, knownVersion, signal } = options;
    const url = this.#urlOf(revision);
    // A branch that this host's reader cannot be told is as good as none.
    if (url === undefined) return 'missing';
    try {
      const about = { reader: this.#reader, url, etag: knownVersion, signal };
      return this.#snapshotOf(await readTreeFiles(about), signal);
    } catch (error) {
      return this.#explain(error, signal);
    }
  }

  #explain(error: unknown, signal: AbortSignal): 'unchanged' | 'missing' {
    signal.throwIfAborted();
    const name = isError(error) ? error.name : '';
    if (name === 'NotModifiedError') return 'unchanged';
    if (name === 'NotFoundError') return 'missing';
    throw new ForwardedError(`Cannot read "${this.url}"`, error);
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
      readFiles,
      readFile: async path => textOf(path, files.get(path)),
      locate: this.#locate,
      atRevision: async revision => {
        const other = await this.#read({
          revision: revision || 'HEAD',
          knownVersion: version,
          signal,
        });
        if (other === 'missing') return undefined;
        return other === 'unchanged' ? snapshot : other;
      },
    };
    return snapshot;
  }
}

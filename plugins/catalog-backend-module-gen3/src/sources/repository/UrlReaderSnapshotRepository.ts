import {
  UrlReaderService,
  UrlReaderServiceReadTreeResponseFile,
} from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { Provenance } from '../types';
import { textOf } from './GitSnapshotRepository';
import { PageHost, treeUrl } from './pageUrls';
import {
  FileReading,
  RepositorySnapshot,
  SnapshotRepository,
} from './RepositorySnapshot';
import { isWantedFile, MAX_FILE_BYTES, MAX_FILES } from './wantedFiles';

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
    const answer = await this.#read({ ...options, onlyVersion: true });
    return typeof answer === 'string' ? answer : 'changed';
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

  async #read(options: {
    revision?: string;
    knownVersion?: string;
    onlyVersion?: boolean;
    signal: AbortSignal;
  }): Promise<RepositorySnapshot | 'unchanged' | 'missing'> {
    const { revision, knownVersion, onlyVersion, signal } = options;
    const url = treeUrl(this.#host, this.url, this.#branchOf(revision));
    // A branch that this host's reader cannot be told is as good as none.
    if (url === undefined) return 'missing';
    try {
      let count = 0;
      const large = new Map<string, number>();
      const tree = await this.#reader.readTree(url, {
        etag: knownVersion,
        signal,
        filter: (path, info) => {
          if (onlyVersion || !isWantedFile(path)) return false;
          const size = info?.size ?? 0;
          if (size > MAX_FILE_BYTES) large.set(path, size);
          count += 1;
          return count <= MAX_FILES && size <= MAX_FILE_BYTES;
        },
      });
      const files = await tree.files();
      // Half a repository must never be taken for a whole one.
      if (count > MAX_FILES) {
        throw new Error(
          `it has ${count} YAML and JSON files, more than the ${MAX_FILES} that are read`,
        );
      }
      return this.#snapshotOf({ version: tree.etag, files, large, signal });
    } catch (error) {
      signal.throwIfAborted();
      const name = isError(error) ? error.name : '';
      if (name === 'NotModifiedError') return 'unchanged';
      if (name === 'NotFoundError') return 'missing';
      throw new ForwardedError(`Cannot read "${this.url}"`, error);
    }
  }

  #snapshotOf(options: {
    version: string;
    files: readonly UrlReaderServiceReadTreeResponseFile[];
    large: ReadonlyMap<string, number>;
    signal: AbortSignal;
  }): RepositorySnapshot {
    const { version, large, signal } = options;
    const files = new Map(
      [...options.files]
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(file => [file.path, file]),
    );
    const readPath = async (path: string) => {
      const size = large.get(path);
      return size === undefined
        ? readOne(files.get(path))
        : { kind: 'too-large' as const, size };
    };
    const readFiles = async (paths: readonly string[]) => {
      const readings = await Promise.all(
        paths.map(async path => [path, await readPath(path)] as const),
      );
      return new Map<string, FileReading>(readings);
    };
    const snapshot: RepositorySnapshot = {
      version,
      listFiles: async () => [...files.keys()],
      readFiles,
      readFile: async path => textOf(path, (await readFiles([path])).get(path)),
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

/** The archive is in memory already, so reading is not bounded further. */
async function readOne(
  file: UrlReaderServiceReadTreeResponseFile | undefined,
): Promise<FileReading> {
  if (!file) return { kind: 'missing' };
  const content = await file.content();
  const digest = createHash('sha256').update(content).digest('hex');
  return { kind: 'text', text: content.toString('utf8'), digest };
}

import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { Provenance } from '../types';
import { classifyFailure } from './classifyFailure';
import { textOf } from './GitSnapshotRepository';
import { PageHost, treeUrl } from './pageUrls';
import { readTreeFiles, readTreeVersion, TreeFiles } from './readTreeFiles';
import {
  FileReading,
  RepositorySnapshot,
  SnapshotRepository,
  UnreadableRevision,
} from './RepositorySnapshot';

/** Hosts whose readers look among branches only, whatever they are asked for (backend-defaults 0.18). */
const BRANCHES_ONLY: readonly PageHost[] = ['azure', 'bitbucketServer'];

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
      const what = branch ? `branch "${branch}"` : 'default branch';
      throw new Error(
        `The repository "${this.url}" or its ${what} was not found: correct "url" and "branch", and check that the token of the integration may read it`,
      );
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
      return {
        unreadable: `Backstage's reader of ${
          this.#host
        } cannot be told a branch with a slash in its name: set "reader: git"`,
      };
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
          return revision !== undefined && this.#readsBranchesOnly()
            ? { unreadable: this.#limit() }
            : undefined;
        case 'rejected':
          return {
            unreadable: [
              failure.answer && `the host says "${redactUrls(failure.answer)}"`,
              this.#readsBranchesOnly() && this.#limit(),
            ]
              .filter(Boolean)
              .join('; '),
          };
        case 'refused':
          throw this.#refusal(failure.answer);
        default:
          throw new ForwardedError(`Cannot read "${this.url}"`, error);
      }
    }
  }

  #readsBranchesOnly(): boolean {
    return BRANCHES_ONLY.includes(this.#host);
  }

  #limit(): string {
    return `there is no such branch, and Backstage's reader of ${
      this.#host
    } finds branches only: for a tag or a commit, set "reader: git"`;
  }

  #refusal(answer: string): Error {
    const { host } = new URL(this.url);
    return new Error(
      `Cannot read "${
        this.url
      }": the host "${host}" answers "${answer}"; correct its token below "integrations.${
        this.#host
      }": it is missing or expired, or may not read this repository`,
    );
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
      readFiles,
      readFile: async path => textOf(path, files.get(path)),
      locate: this.#locate,
      atRevision: async revision => {
        const other = await this.#snapshotAt({
          revision: revision || 'HEAD',
          knownVersion: version,
          signal,
        });
        return other === 'unchanged' ? snapshot : other;
      },
    };
    return snapshot;
  }
}

import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ChangeFile, ChangeStatus } from './ChangeHost';
import { type PageHost, pageUrl, treeUrl } from './pages/pageUrls';

/** What is asked of a repository by a ref. */
interface AtRef {
  /** A branch. */
  ref: string;
  signal: AbortSignal;
}

const isRemoved = ({ content }: ChangeFile) => content === undefined;

/**
 * A repository at GitHub, GitLab, Bitbucket, Azure DevOps or Gitea, read by Backstage's integration of its host. Changes of it are
 * proposed and reviewed there; what is read here is what they start from, and whether they got into the base.
 *
 * Methods throw what the reader of the host throws, besides what is said at each.
 *
 * @public
 */
export class HostedRepository {
  /** Web address without credentials, to be shown. */
  readonly url: string;
  readonly kind: PageHost;
  readonly #reader: UrlReaderService;

  private constructor(options: HostedRepositoryOptions) {
    this.#reader = options.reader;
    this.kind = options.host;
    this.url = options.repository;
  }

  static create(options: HostedRepositoryOptions): HostedRepository {
    return new HostedRepository(options);
  }

  /**
   * Reads files as UTF-8 text.
   *
   * @returns an entry for each path: undefined where there is no such file.
   */
  async readFiles(
    options: AtRef & { paths: readonly string[] },
  ): Promise<Map<string, string | undefined>> {
    const { paths, ...at } = options;
    const texts = await Promise.all(
      paths.map(async path => [path, await this.#read(path, at)] as const),
    );
    return new Map(texts);
  }

  /** Paths of the files that match, sorted. The host sends the whole tree for it. */
  async findFiles(
    options: AtRef & { matching: (path: string) => boolean },
  ): Promise<string[]> {
    const { ref, matching, signal } = options;
    const url = treeUrl(this.kind, this.url, ref);
    if (url === undefined) {
      throw new NotFoundError(
        `The reader of ${this.kind} cannot be told the branch "${ref}" of "${this.url}": its name has a slash`,
      );
    }
    const paths: string[] = [];
    const tree = await this.#reader.readTree(url, {
      signal,
      filter: path => {
        if (matching(path)) paths.push(path);
        return false;
      },
    });
    // What is not read holds the connection.
    await tree.files();
    return paths.sort();
  }

  /**
   * Says where a change stands: `merged` when the base has every file as the change leaves it, by whichever commit; `gone` when the branch
   * is not there any more and the base has not.
   *
   * A base that went on to change these very files before anybody looked, or that got others than were proposed, is taken for one that
   * never had them.
   */
  async status(options: {
    branch: string;
    base: string;
    files: readonly ChangeFile[];
    signal: AbortSignal;
  }): Promise<Pick<ChangeStatus, 'state'>> {
    const { branch, base, files, signal } = options;
    const at = { ref: base, signal };
    if (await this.#has(files, at)) {
      if (files.every(isRemoved)) await this.#requireTree(at);
      return { state: 'merged' };
    }
    return {
      state: (await this.#isThere(branch, files, signal)) ? 'open' : 'gone',
    };
  }

  /** Hosts answer for a repository that a token may not see, or that was renamed, as for a file that is not there. @throws when it cannot be read. */
  async #requireTree(at: AtRef): Promise<void> {
    await this.findFiles({ ...at, matching: () => false });
  }

  /** Hosts answer for a branch that is not there as for a file that is not there; reviewers may have altered the file. */
  async #isThere(
    branch: string,
    files: readonly ChangeFile[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const written = files.find(file => !isRemoved(file));
    // Nothing of a change that only removes files tells its branch from none: it stays open until somebody closes it.
    if (!written) return true;
    const text = await this.#read(written.path, { ref: branch, signal });
    return text !== undefined;
  }

  /** Asks file by file until one differs: hosts count requests. */
  async #has(files: readonly ChangeFile[], at: AtRef): Promise<boolean> {
    for (const { path, content } of files) {
      if ((await this.#read(path, at)) !== content) return false;
    }
    return true;
  }

  async #read(path: string, { ref, signal }: AtRef) {
    const page = { repository: this.url, branch: ref, path };
    try {
      const answer = await this.#reader.readUrl(
        pageUrl(this.kind, { ...page, kind: 'file' }),
        { signal },
      );
      return (await answer.buffer()).toString('utf8');
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }
}

/** What a {@link HostedRepository} is made of. @public */
export interface HostedRepositoryOptions {
  reader: UrlReaderService;
  host: PageHost;
  /** Web address of the repository, without `.git`. */
  repository: string;
}

/** Backstage has several classes of that name. */
function isNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotFoundError';
}

import type {
  ChangeFile,
  ChangeHost,
  ChangePerson,
  ChangeStatus,
  ProposedChange,
} from './ChangeHost';
import { ChangeHostError } from './ChangeHostError';
import { ChangeSession } from './ChangeSession';
import { closeChange } from './closeChange';
import { complainAboutBranches } from './complainAboutBranches';
import { isRevisionName } from './gitNames';
import { GitProgram } from './GitProgram';
import { mergeChange } from './mergeChange';
import { readRepositoryPath } from './openBareRepository';
import { proposeChange } from './proposeChange';
import { fullNamesOf } from './readCommits';
import { readStatus } from './readStatus';
import { readTexts } from './readTexts';
import { redactUrls } from './redactUrls';
import { isRegularFile } from './treeEntries';
import { listEntries } from './writeTree';

/** What a BareRepositoryChangeHost may be told. @public */
export interface BareRepositoryChangeHostOptions {
  /** `file://` URL or absolute path of a bare repository on this machine. */
  url: string;
  /** Whom commits are made by, whoever they are written for: the portal. */
  committer: ChangePerson;
  /** @defaultValue `git` in `PATH` */
  binary?: string;
  /** Where commits are prepared. @defaultValue the system's folder for temporary files */
  workingDirectory?: string;
  /** Time that one call of git may take, hooks of the repository included, in milliseconds. @defaultValue 120000 */
  timeoutMs?: number;
  /** @defaultValue process.env */
  environment?: NodeJS.ProcessEnv;
}

/**
 * Changes in a bare repository on this machine, for the demo and for sites without a host of git.
 *
 * Every operation prepares its commits in a scratch repository of its own, which sees the other's objects without a copy, and pushes what
 * it made: there is no work tree and nothing to clean up in the repository, hooks decide as they do for people, and two portals
 * do not get into each other's way.
 *
 * @public
 */
export class BareRepositoryChangeHost implements ChangeHost {
  readonly url: string;
  readonly #options: BareRepositoryChangeHostOptions;
  readonly #path: string;
  readonly #git: GitProgram;

  private constructor(options: BareRepositoryChangeHostOptions, path: string) {
    this.url = redactUrls(options.url);
    this.#options = options;
    this.#path = path;
    this.#git = GitProgram.create({
      url: options.url,
      binary: options.binary ?? 'git',
      timeoutMs: options.timeoutMs ?? 120_000,
      environment: options.environment ?? process.env,
    });
  }

  /** @throws Error when the URL is neither an absolute path nor a `file://` URL. */
  static create(
    options: BareRepositoryChangeHostOptions,
  ): BareRepositoryChangeHost {
    return new BareRepositoryChangeHost(
      options,
      readRepositoryPath(options.url),
    );
  }

  async propose(options: {
    branch: string;
    base: string;
    message: string;
    author: ChangePerson;
    files: readonly ChangeFile[];
    signal: AbortSignal;
  }): Promise<ProposedChange> {
    const { committer } = this.#options;
    return this.#onBranches({ ...options, verb: 'propose' }, session =>
      proposeChange(session, { ...options, committer }),
    );
  }

  async readFiles(options: {
    ref: string;
    paths: readonly string[];
    signal: AbortSignal;
  }): Promise<Map<string, string | undefined>> {
    const { ref, paths, signal } = options;
    return this.#atRef({ ref, signal, verb: 'read' }, (session, commit) =>
      readTexts({ scratch: session.scratch, commit, paths }),
    );
  }

  async findFiles(options: {
    ref: string;
    matching: (path: string) => boolean;
    signal: AbortSignal;
  }): Promise<string[]> {
    const { ref, matching, signal } = options;
    return this.#atRef({ ref, signal, verb: 'list' }, async (session, commit) =>
      [...(await listEntries(session.scratch, commit))]
        .filter(([path, entry]) => isRegularFile(entry) && matching(path))
        .map(([path]) => path)
        .sort(),
    );
  }

  async status(options: {
    branch: string;
    base: string;
    commit?: string;
    signal: AbortSignal;
  }): Promise<ChangeStatus> {
    return this.#onBranches({ ...options, verb: 'follow' }, session =>
      readStatus(session, options),
    );
  }

  async merge(options: {
    branch: string;
    base: string;
    commit: string;
    message: string;
    author: ChangePerson;
    signal: AbortSignal;
  }): Promise<{ commit: string }> {
    const { committer } = this.#options;
    return this.#onBranches({ ...options, verb: 'merge' }, session =>
      mergeChange(session, { ...options, committer }),
    );
  }

  async close(options: {
    branch: string;
    commit?: string;
    signal: AbortSignal;
  }): Promise<void> {
    return this.#onBranches({ ...options, verb: 'close' }, session =>
      closeChange(session, options),
    );
  }

  async #onBranches<T>(
    options: {
      verb: string;
      branch: string;
      base?: string;
      commit?: string;
      signal: AbortSignal;
    },
    work: (session: ChangeSession) => Promise<T>,
  ): Promise<T> {
    const { verb, branch, signal } = options;
    const about = {
      url: this.#options.url,
      operation: `${verb} branch ${JSON.stringify(branch.slice(0, 250))}`,
    };
    const complaint = complainAboutBranches(options);
    if (complaint) {
      throw ChangeHostError.create({
        ...about,
        reason: 'bad-branch',
        detail: complaint,
        fix: 'name two branches as git allows them, and commits by their full ids',
      });
    }
    return this.#use({ about, signal }, work);
  }

  async #atRef<T>(
    options: { verb: string; ref: string; signal: AbortSignal },
    work: (session: ChangeSession, commit: string) => Promise<T>,
  ): Promise<T> {
    const { verb, ref, signal } = options;
    const about = {
      url: this.#options.url,
      operation: `${verb} files at ${JSON.stringify(ref.slice(0, 250))}`,
    };
    return this.#use({ about, signal }, async session => {
      const commits = isRevisionName(ref)
        ? await session.commitsAt(fullNamesOf(ref))
        : [];
      const commit = commits.find(each => each !== undefined);
      if (commit) return work(session, commit);
      throw session.fail({
        reason: 'not-found',
        detail: 'there is no such branch, tag or commit',
        fix: 'name one that is there; a new repository needs a first commit',
      });
    });
  }

  async #use<T>(
    options: {
      about: { url: string; operation: string };
      signal: AbortSignal;
    },
    work: (session: ChangeSession) => Promise<T>,
  ): Promise<T> {
    const { workingDirectory } = this.#options;
    const [git, path] = [this.#git, this.#path];
    return ChangeSession.use({ ...options, git, path, workingDirectory }, work);
  }
}

import { ChangeHostError, type ChangeHostErrorReason } from './ChangeHostError';
import type { GitProgram } from './GitProgram';
import { openBareRepository } from './openBareRepository';
import { type PushEnd, pushRef } from './pushRef';
import { readCommits } from './readCommits';
import { ScratchRepository } from './ScratchRepository';

/** How often a ref that others keep moving is tried: one of them gets through each time. */
const MAX_ATTEMPTS = 10;

/** What an attempt came to: its result, or how its push ended. */
export type Attempt<T> =
  | { kind: 'done'; value: T }
  | Exclude<PushEnd, { kind: 'done' }>;

/** One operation on a bare repository, from opening it to the end. */
export class ChangeSession {
  readonly scratch: ScratchRepository;
  readonly #git: GitProgram;
  readonly #about: { url: string; operation: string };

  private constructor(options: {
    scratch: ScratchRepository;
    git: GitProgram;
    about: { url: string; operation: string };
  }) {
    this.scratch = options.scratch;
    this.#git = options.git;
    this.#about = options.about;
  }

  /**
   * Opens the repository and lets `work` use it.
   *
   * @throws ChangeHostError when it is not there or not bare.
   */
  static async use<T>(
    options: {
      git: GitProgram;
      path: string;
      /** For errors. */
      about: { url: string; operation: string };
      workingDirectory?: string;
      signal: AbortSignal;
    },
    work: (session: ChangeSession) => Promise<T>,
  ): Promise<T> {
    const { git, path, about, workingDirectory, signal } = options;
    const origin = await openBareRepository({ ...about, git, path, signal });
    return ScratchRepository.use(
      { git, origin, parent: workingDirectory, signal },
      scratch => work(new ChangeSession({ scratch, git, about })),
    );
  }

  /** For errors. */
  get about(): { url: string; operation: string } {
    return this.#about;
  }

  fail(options: {
    reason: ChangeHostErrorReason;
    detail: string;
    fix: string;
    paths?: readonly string[];
  }): ChangeHostError {
    return ChangeHostError.create({ ...this.#about, ...options });
  }

  /** What refs are at now, by full names, all at one time. */
  async commitsAt(
    names: readonly string[],
    signal: AbortSignal = this.scratch.signal,
  ): Promise<(string | undefined)[]> {
    const repository = this.scratch.origin;
    return readCommits({ git: this.#git, repository, names, signal });
  }

  /** What a change's branch and its base are at now. */
  async tipsOf(change: {
    branch: string;
    base: string;
  }): Promise<{ tip: string | undefined; baseTip: string }> {
    const [tip, baseTip] = await this.commitsAt(
      [change.branch, change.base].map(name => `refs/heads/${name}`),
    );
    if (baseTip) return { tip, baseTip };
    throw this.fail({
      reason: 'not-found',
      detail: `there is no branch "${change.base}" to get the change into`,
      fix: 'name a branch that is there as the base',
    });
  }

  /** Moves a branch, as `pushRef` does. */
  async push(options: {
    branch: string;
    from: string | undefined;
    to: string | undefined;
  }): Promise<PushEnd> {
    const { branch, from, to } = options;
    const ref = `refs/heads/${branch}`;
    return pushRef({
      scratch: this.scratch,
      ref,
      from,
      to,
      read: async () => {
        // Not the operation's signal: how the push ended is to be known in any case.
        const [now] = await this.commitsAt([ref], new AbortController().signal);
        return now;
      },
    });
  }

  /** Attempts anew as long as others move what is pushed to. */
  async land<T>(
    branch: string,
    attempt: () => Promise<Attempt<T>>,
  ): Promise<T> {
    let saying = '';
    for (let count = 0; count < MAX_ATTEMPTS; count += 1) {
      // One after the other: each begins with what the one before found.
      const end = await attempt();
      if (end.kind === 'done') return end.value;
      saying = end.saying;
      if (end.kind === 'in-the-way') {
        throw this.fail({
          reason: 'branch-exists',
          detail: `another branch is in the way of "${branch}": ${saying}`,
          fix: 'choose a name that is no folder of another branch, nor below one',
        });
      }
      if (end.kind === 'refused') {
        throw this.fail({
          reason: 'refused',
          detail: `the repository does not let branch "${branch}" be moved: ${saying}`,
          fix: 'do as it says, or let whoever looks after the repository allow it (hooks, settings, file permissions)',
        });
      }
    }
    throw this.fail({
      reason: 'refused',
      detail: `branch "${branch}" could not be moved ${MAX_ATTEMPTS} times over: ${saying}`,
      fix: 'try again; if a lock is named that no program holds any more, remove its file',
    });
  }
}

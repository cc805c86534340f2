import { redactUrls } from './redactUrls';

/** Why a change was not made. @public */
export type ChangeHostErrorReason =
  /** The branch is there, with something else on it. */
  | 'branch-exists'
  /** The branch is not at the commit that was meant. */
  | 'branch-moved'
  /** The files are in the base as they were proposed. */
  | 'nothing-to-change'
  /** Both sides changed the same lines; see `paths`. */
  | 'conflict'
  /** A path that may not be written; see `paths`. */
  | 'bad-path'
  /** A name that no branch can have, or one branch for both sides. */
  | 'bad-branch'
  /** There is no such repository, branch or commit. */
  | 'not-found'
  /** The repository does not accept the change, by a hook, its settings or its file permissions. */
  | 'refused'
  | 'git-too-old';

/**
 * A change was not made, and the repository's branches are as they were. The message names the repository without
 * credentials, what was tried, what was found and the fix.
 *
 * @public
 */
export class ChangeHostError extends Error {
  readonly reason: ChangeHostErrorReason;
  /** Files that it is about, sorted; empty when it is about none. */
  readonly paths: readonly string[];

  private constructor(options: {
    reason: ChangeHostErrorReason;
    message: string;
    paths: readonly string[];
  }) {
    super(options.message);
    this.name = 'ChangeHostError';
    this.reason = options.reason;
    this.paths = options.paths;
  }

  /**
   * @param options.operation - e.g. `merge branch "launch/a"`; the words before "in git repository".
   * @param options.detail - what was found.
   */
  static create(options: {
    url: string;
    operation: string;
    reason: ChangeHostErrorReason;
    detail: string;
    fix: string;
    paths?: readonly string[];
  }): ChangeHostError {
    const { url, operation, reason, detail, fix, paths = [] } = options;
    return new ChangeHostError({
      reason,
      message: `Cannot ${operation} in git repository "${redactUrls(
        url,
      )}": ${redactUrls(detail)}; ${fix}`,
      paths: [...paths].sort(),
    });
  }
}

/** A commit, without what it changed. Texts are as their author wrote them. @public */
export interface GitCommit {
  /** Full id. */
  sha: string;
  /** First paragraph of the message, in one line. */
  subject: string;
  /** Name of the author. */
  author: string;
  /** When it was committed, ISO 8601 UTC. */
  at: string;
}

/** Reads what happened in a git repository. @public */
export interface GitHistory {
  /** URL without credentials, to be shown. */
  readonly url: string;

  /**
   * The newest commits of a ref that touch any of the paths, newest first, as far back as is looked.
   *
   * @param options.ref - a branch, a tag, a full commit id, or `HEAD` for the default branch.
   * @param options.paths - folders and files from the root of the repository; all commits when there are none.
   * @returns undefined when the remote has no such ref.
   * @throws GitError when the repository cannot be read.
   */
  list(options: {
    ref: string;
    paths: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitCommit[] | undefined>;

  /**
   * The newest of these commits that a revision contains. It is looked for in the history of the ref that was listed last, and may be
   * about other paths.
   *
   * @param options.revision - a full commit id.
   * @returns undefined when the revision is not in that history.
   */
  listContained(options: {
    revision: string;
    paths: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitCommit[] | undefined>;

  /** Whether the history is being brought here; that goes on when nobody waits for it. */
  isReading(): boolean;

  /** Ends what goes on and removes what was kept on disk. The history is of no use afterwards. */
  close(): Promise<void>;
}

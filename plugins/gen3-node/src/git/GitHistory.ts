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

/** Commits of a repository. @public */
export interface GitLog {
  /** Newest first. */
  commits: GitCommit[];
  /** Of each revision that is in the history: ids of its newest such commits, no more than were asked for. */
  contained: Map<string, string[]>;
}

/** Reads what happened in a git repository. @public */
export interface GitHistory {
  /** URL without credentials, to be shown. */
  readonly url: string;

  /**
   * The newest commits of a ref that touch any of the paths, as far back as is looked.
   *
   * @param options.ref - a branch, a tag, a full commit id, or `HEAD` for the default branch.
   * @param options.paths - folders and files from the root of the repository; all commits when there are none.
   * @param options.revisions - full commit ids to be looked for in that history.
   * @returns undefined when the remote has no such ref.
   * @throws GitError when the repository cannot be read.
   */
  list(options: {
    ref: string;
    paths: readonly string[];
    revisions: readonly string[];
    limit: number;
    signal: AbortSignal;
  }): Promise<GitLog | undefined>;

  /** Removes what was kept on disk. The history is of no use afterwards. */
  close(): Promise<void>;
}

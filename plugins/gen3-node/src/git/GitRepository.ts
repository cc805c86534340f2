/** A file of a commit. Symbolic links and submodules are not files. */
export interface GitFile {
  /** Path from the root of the repository, with `/`. */
  path: string;
  /** Id of its content: the same content has the same id in every commit. */
  blob: string;
}

/** The content of a blob, or why it was not read. */
export type GitBlob =
  | { kind: 'content'; content: Buffer }
  | { kind: 'too-large'; size: number }
  | { kind: 'missing' };

/** What a ref is at. */
export interface GitRevision {
  commit: string;
  /** The branch that was meant, when the ref was `HEAD` and the remote says so. */
  branch?: string;
}

/** Reads a git repository at a commit, without a work tree. */
export interface GitRepository {
  /** URL without credentials, to be shown. */
  readonly url: string;

  /**
   * Asks the remote what a ref is at now.
   *
   * @param options.ref - a branch, a tag, a full commit id, or `HEAD` for the default branch; branches win over tags.
   * @returns undefined when the remote has no such ref.
   * @throws GitError when the remote cannot be asked.
   */
  resolve(options: {
    ref: string;
    signal: AbortSignal;
  }): Promise<GitRevision | undefined>;

  /**
   * All files of a commit that `resolve` gave, sorted by path.
   *
   * @throws GitError when the commit cannot be fetched.
   */
  listFiles(options: {
    commit: string;
    signal: AbortSignal;
  }): Promise<GitFile[]>;

  /**
   * Brings blobs of commits that were listed to this machine, so that reading them asks the remote no more. It saves a
   * question for each call of `readBlobs` when many are read bit by bit.
   *
   * @throws GitError when they cannot be fetched.
   */
  fetchBlobs(options: {
    blobs: readonly string[];
    signal: AbortSignal;
  }): Promise<void>;

  /**
   * Reads blobs of commits that were listed; the answer has an entry for each id.
   *
   * @throws GitError when they cannot be fetched.
   */
  readBlobs(options: {
    blobs: readonly string[];
    signal: AbortSignal;
  }): Promise<Map<string, GitBlob>>;

  /** Removes what was kept on disk. The repository is of no use afterwards. */
  close(): Promise<void>;
}

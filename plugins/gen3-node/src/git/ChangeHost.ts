/** Whom a commit is by. Neither may be empty. @public */
export interface ChangePerson {
  name: string;
  email: string;
}

/** A file as a change leaves it. @public */
export interface ChangeFile {
  /** Path from the root of the repository, with `/`. */
  path: string;
  /** The whole text; undefined removes the file, which need not be there. */
  content: string | undefined;
}

/** A change that is on its branch. @public */
export interface ProposedChange {
  branch: string;
  /** The commit of the base that the change is made on. */
  baseCommit: string;
  /** The one commit of the change: what is approved, and what `merge` is told. */
  commit: string;
}

/** Where a change stands. @public */
export interface ChangeStatus {
  /** `gone`: the branch is not there, and its change did not get into the base. */
  state: 'open' | 'merged' | 'gone';
  /** What the branch is at; undefined when there is none. */
  commit?: string;
  /** The commit by which the base got the change; of a merged change only. */
  mergeCommit?: string;
  /** Paths that keep an open change from being merged, sorted. */
  conflicts: string[];
  /** Commits that the base has and an open change has not. */
  behind: number;
}

/**
 * Proposes changes to a git repository and follows them: a change is one commit on a branch of its own, beside the base that
 * it shall get into.
 *
 * All methods throw {@link ChangeHostError} for what the repository's state or rules do not allow, {@link GitError} when git does not do its
 * work, and the signal's reason when it aborts. Whatever they throw, the branches are as they were.
 *
 * A change that is handed over to the repository is carried through, and answered, although the signal aborts meanwhile: to cut it
 * off would leave open whether it was made.
 *
 * @public
 */
export interface ChangeHost {
  /** URL or path without credentials, to be shown. */
  readonly url: string;

  /**
   * Puts files onto a new branch, on top of what the base is at. All other files, and whether a file may be executed, stay as they
   * are.
   *
   * It may be repeated: when the branch holds one commit that makes just these files out of a commit of the base, the
   * answer is what is there, whoever made it and whatever its message is.
   *
   * @throws ChangeHostError
   * `bad-branch`;
   * `bad-path` for paths that leave the repository, lie in a `.git` folder, are not plain, are named twice, name a folder, symbolic link or submodule, or lie
   * below a file that stays;
   * `not-found` when there is no such base;
   * `branch-exists` when the branch holds anything else;
   * `nothing-to-change` when the base has the files already;
   * `refused` with what the repository says.
   */
  propose(options: {
    branch: string;
    base: string;
    message: string;
    author: ChangePerson;
    files: readonly ChangeFile[];
    signal: AbortSignal;
  }): Promise<ProposedChange>;

  /**
   * Reads files as UTF-8 text: what a change will replace.
   *
   * @param options.ref - a branch, a tag, a full commit id or `HEAD`; branches win over tags.
   * @returns an entry for each path: undefined where there is no such file. A folder, symbolic link or submodule is no file.
   * @throws ChangeHostError `not-found` when there is no such ref.
   */
  readFiles(options: {
    ref: string;
    paths: readonly string[];
    signal: AbortSignal;
  }): Promise<Map<string, string | undefined>>;

  /**
   * Paths of the files that match, sorted.
   *
   * @param options.ref - as for `readFiles`.
   * @throws ChangeHostError `not-found` when there is no such ref.
   */
  findFiles(options: {
    ref: string;
    matching: (path: string) => boolean;
    signal: AbortSignal;
  }): Promise<string[]>;

  /**
   * Says where a change stands.
   *
   * It is `merged` when the base contains its commit; or when, at some time since the two parted, the base had every file that the change
   * touches just as the change leaves it. The second covers squashed and rebased merges, which leave no trace of the commit. Later changes of the
   * base to these files, also taking them back, do not undo it.
   *
   * @param options.commit - what was proposed. Without it, the branch itself counts: then a change whose branch is deleted is `gone`,
   * merged or not, and a branch with nothing of its own is `merged`.
   * @throws ChangeHostError `bad-branch`; `not-found` when there is no such base; `git-too-old`.
   */
  status(options: {
    branch: string;
    base: string;
    commit?: string;
    signal: AbortSignal;
  }): Promise<ChangeStatus>;

  /**
   * Merges a change into the base with a commit that has both as parents, also when the base has not moved. A base that moves
   * meanwhile is merged anew. The branch stays.
   *
   * It may be repeated: a commit that the base contains is answered with what brought it there.
   *
   * @param options.commit - what was approved, and all that is merged.
   * @throws ChangeHostError
   * `bad-branch`;
   * `not-found` when there is no such base or branch;
   * `branch-moved` when the branch is not at the commit any more;
   * `conflict` with the paths;
   * `refused` with what the repository says;
   * `git-too-old`.
   */
  merge(options: {
    branch: string;
    base: string;
    commit: string;
    message: string;
    author: ChangePerson;
    signal: AbortSignal;
  }): Promise<{ commit: string }>;

  /**
   * Deletes the branch; one that is not there is no error.
   *
   * @param options.commit - delete it only when it is at this commit.
   * @throws ChangeHostError `bad-branch`; `branch-moved`; `refused` with what the repository says.
   */
  close(options: {
    branch: string;
    commit?: string;
    signal: AbortSignal;
  }): Promise<void>;
}

import { Provenance } from '../types';

/** Text of a file, or why there is none. */
export type FileReading =
  | { kind: 'text'; text: string; digest: string }
  | { kind: 'missing' }
  | { kind: 'too-large'; size: number };

/** Files of a repository at one commit. Reads end with the signal that the snapshot was opened with. */
export interface RepositorySnapshot {
  /** Commit, or what the host gives for one; changes when any file does. */
  readonly version: string;

  /** Paths of all files that a source may want (YAML, JSON, chart helpers), sorted. */
  listFiles(): Promise<string[]>;

  /** Says which files will be read bit by bit: one question to the host then is enough for all of them. */
  prefetch(paths: readonly string[]): Promise<void>;

  /** Reads many files at once; the answer has an entry for each path. */
  readFiles(paths: readonly string[]): Promise<Map<string, FileReading>>;

  /** Where a file is: page, location ref. Depends on the branch and not on the commit. */
  locate(path: string): Provenance;

  /**
   * The same repository at another branch, tag or commit; itself when that is at the same commit.
   *
   * @returns undefined when there is no such revision.
   * @throws Error when the repository cannot be read at all.
   */
  atRevision(
    revision: string,
  ): Promise<RepositorySnapshot | UnreadableRevision | undefined>;
}

/** A revision that the repository may have, and that this way of reading does not get at. */
export interface UnreadableRevision {
  /** Why, without credentials; the end of a sentence. */
  unreadable: string;
}

/** A git repository that snapshots are taken of. */
export interface SnapshotRepository {
  /** URL without credentials. */
  readonly url: string;

  /**
   * Takes a snapshot of the configured revision.
   *
   * @returns `unchanged` when it is at `knownVersion`.
   * @throws Error that names the URL and the fix when the repository or the revision cannot be read.
   */
  open(options: {
    knownVersion?: string;
    signal: AbortSignal;
  }): Promise<RepositorySnapshot | 'unchanged'>;

  /** Whether another revision is still at `knownVersion`; `missing` when it is not there or cannot be read. */
  peek(options: {
    revision: string;
    knownVersion: string;
    signal: AbortSignal;
  }): Promise<'unchanged' | 'changed' | 'missing'>;
}

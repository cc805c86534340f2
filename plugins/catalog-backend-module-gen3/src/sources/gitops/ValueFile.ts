import { FileReading } from '../repository/RepositorySnapshot';

/** What became of a value file at its revision. */
export type ValueFile =
  | FileReading
  /** It lies in a repository that this source does not read. */
  | { kind: 'elsewhere' }
  | { kind: 'no-revision' }
  /** The revision may be there, but the way the repository is read does not get at it. */
  | { kind: 'unreadable-revision'; reason: string; fix?: string };

import { Commons } from '../../commons/types';

/** A service was rolled out with a tag, or removed. */
export interface Release {
  at: Date;
  tag?: string;
  isRemoval?: true;
}

/** One operation of Argo CD: it brings a commons to what git declares. */
export interface SyncOperation {
  declaredAt: Date;
  startedAt: Date;
  /** Undefined: it waits for pods that do not get ready, or the next one came first. */
  finishedAt?: Date;
  /** Services whose databases it makes before all else. */
  creates: readonly string[];
  /** What git declares. */
  commons: Commons;
}

/** What has been released of each service, oldest first. */
export type Releases = ReadonlyMap<string, readonly Release[]>;

/** What Argo CD has done, and will do, to a commons. */
export interface SyncPlan {
  /** Oldest first. */
  operations: readonly SyncOperation[];
  releases: Releases;
}

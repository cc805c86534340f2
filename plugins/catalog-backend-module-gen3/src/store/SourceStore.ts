import {
  findingSchema,
  sourceStatusSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { discoveredCommonsSchema } from '../sources/types';
import { FindingsSummary, SourceSummary } from './summary';

/** Why a member cannot be read, and since when. */
export const quarantineSchema = z.object({
  finding: findingSchema,
  hostname: z.string().optional(),
  since: z.iso.datetime(),
});

/** A member of a source as it is remembered. */
export const storedMemberSchema = z.object({
  member: z.string(),
  /** Last good reading; absent when there never was one. */
  commons: discoveredCommonsSchema.optional(),
  /** The last good reading lacks facts, because some values could not be read; there never was a complete one. */
  incomplete: z.boolean().optional(),
  /** Findings of the last good reading. */
  findings: z.array(findingSchema),
  /** Present while the member cannot be read. */
  quarantine: quarantineSchema.optional(),
});

/** A member of a source as it is remembered. */
export type StoredMember = z.infer<typeof storedMemberSchema>;

/** A run that would drop too much. */
export const heldSchema = sourceStatusSchema.shape.held.unwrap();

/** A run that would drop too much. */
export type Held = z.infer<typeof heldSchema>;

/** What is remembered of a source as a whole. Times are ISO 8601 UTC. */
export interface SourceRecord {
  sourceId: string;
  lastTryAt?: string;
  lastGoodAt?: string;
  /** A try is under way until then at most. */
  runningUntil?: string;
  version?: string;
  fingerprint?: string;
  error?: string;
  held?: Held;
  /** Hostnames that a person allowed the next run to drop. */
  confirmed?: string[];
}

/** A source with what its members come to. */
export interface SourceOverview extends SourceRecord {
  /** Absent: it never was read. */
  summary?: SourceSummary;
  /** What only shows when sources are compared. */
  comparison?: FindingsSummary;
}

/** A source with its members, sorted by key. */
export interface StoredSource extends SourceRecord {
  members: StoredMember[];
}

/** What a source's provider handed to the catalog last. */
export interface StoredEmission {
  /** Hash of all its entities; absent when it did not get to the end. */
  hash?: string;
  handedOverAt?: string;
}

/** What is remembered of some sources, at one revision. */
export interface StoredSources {
  revision: number;
  /** By source id; a source that never ran is absent. */
  sources: Map<string, StoredSource>;
}

/** What became of a confirmation. */
export type Confirmation =
  | { kind: 'confirmed' }
  | { kind: 'nothing-held' }
  | { kind: 'not-held'; hostnames: string[] };

/**
 * Remembers what every source said last, in the database that all replicas share: nothing is lost by a restart, nor by a
 * source's absence from config for a while. That of a source which is not configured is kept for good, and not read.
 */
export interface SourceStore {
  /** Notes that a try begins, and returns what is known so far. */
  beginTry(options: {
    sourceId: string;
    at: string;
    runningUntil: string;
  }): Promise<StoredSource>;
  /** Notes that the try failed: members stay as they are. */
  recordFailure(options: { sourceId: string; error: string }): Promise<void>;
  /** Notes that the source is as it was at the last good reading. */
  recordUnchanged(options: { sourceId: string; at: string }): Promise<void>;
  /**
   * Notes that the reading would drop too much: members stay as they are. A confirmation stays too: it may have been given
   * while this run was under way.
   */
  recordHeld(options: { sourceId: string; held: Held }): Promise<void>;
  /**
   * Replaces the source's members and raises the revision when they differ. With `held`, a part of the run is held: of
   * what was confirmed since the try began, what concerns that part stays.
   */
  recordReading(options: {
    sourceId: string;
    at: string;
    version?: string;
    fingerprint: string;
    members: StoredMember[];
    held?: Held;
  }): Promise<void>;
  /**
   * Allows the next run to drop what is held, or those of it that `hostnames` lists, besides what was confirmed before.
   * Changes nothing when one of `hostnames` is not held.
   */
  confirmDrop(options: {
    sourceId: string;
    hostnames?: readonly string[];
  }): Promise<Confirmation>;
  /** Notes what comparing all sources showed, by source id; of sources that are not there nothing. */
  recordComparison(
    findings: ReadonlyMap<string, FindingsSummary>,
  ): Promise<void>;
  /** All sources by id without their members: small, whatever the size of the fleet. */
  readOverviews(): Promise<Map<string, SourceOverview>>;
  /** Members, by source id, that describe the commons of a hostname or claim it without being readable. */
  readMembersOf(hostname: string): Promise<Map<string, StoredMember[]>>;
  /** These sources, at one revision; those that never ran are left out. */
  readSources(sourceIds: readonly string[]): Promise<StoredSources>;
  /** Number of changes of readings so far. */
  readRevision(): Promise<number>;
  /** What the providers handed to the catalog last, by source id. */
  readEmissions(): Promise<Map<string, StoredEmission>>;
  /** Notes that providers begin to hand entities to the catalog. */
  beginEmissions(sourceIds: readonly string[]): Promise<void>;
  /** Notes what the source's provider has handed to the catalog. */
  recordEmission(options: {
    sourceId: string;
    hash: string;
    handedOverAt: string;
  }): Promise<void>;
  /**
   * Runs work while no other process that shares this store does. Other methods may be called by the work.
   *
   * @throws when another process does not end its work, and when `signal` is aborted before the work begins
   */
  runExclusively<T>(
    work: () => Promise<T>,
    options?: { signal?: AbortSignal },
  ): Promise<T>;
}

import type { Knex } from 'knex';
import { z } from 'zod';
import { phaseOf } from '../collector/phaseOf';
import { TABLES, WRITE_BATCH_SIZE } from '../database/tables';
import {
  buildMeshRows,
  buildProjectionRow,
  type FleetMember,
} from './FleetMember';

/** What {@link FleetMemberStore.replace} did, as entity references. */
export interface FleetChanges {
  written: string[];
  removed: string[];
}

/** Which commons exist. */
export interface FleetMemberStore {
  /**
   * Makes `members` the whole fleet: writes those that are new or changed and removes the others, with their check
   * states, except those in `keep`, which stay as they are. Transitions stay too: they are history. Only call it with a
   * complete reading of the catalog.
   */
  replace(fleet: {
    members: FleetMember[];
    /** Entity references of commons that exist but could not be read. */
    keep: string[];
  }): Promise<FleetChanges>;
}

const knownRow = z.object({
  entity_ref: z.string(),
  projection_hash: z.string(),
});

/** New commons are first asked within this time, those of one cluster together; a big fleet does not start at once. */
const FIRST_ROUND_WITHIN_MS = 5_000;

/** {@link FleetMemberStore} in the plugin's database. */
export class DatabaseFleetMemberStore implements FleetMemberStore {
  readonly #knex: Knex;
  readonly #now: () => number;
  readonly #phaseOf: (member: FleetMember) => number;

  static create(options: {
    knex: Knex;
    now?: () => number;
    phaseOf?: (member: FleetMember) => number;
  }): DatabaseFleetMemberStore {
    return new DatabaseFleetMemberStore(options);
  }

  private constructor(options: {
    knex: Knex;
    now?: () => number;
    phaseOf?: (member: FleetMember) => number;
  }) {
    this.#knex = options.knex;
    this.#now = options.now ?? Date.now;
    this.#phaseOf = options.phaseOf ?? phaseOf;
  }

  async replace(fleet: {
    members: FleetMember[];
    keep: string[];
  }): Promise<FleetChanges> {
    const { members, keep } = fleet;
    const known = await this.#listKnown();
    const changed = members.filter(
      member =>
        known.get(member.entityRef) !==
        buildProjectionRow(member).projection_hash,
    );
    const present = new Set([
      ...members.map(member => member.entityRef),
      ...keep,
    ]);
    const gone = [...known.keys()].filter(ref => !present.has(ref));

    // One batch after the other: a transaction holds the database's only connection on SQLite.
    for (const batch of inBatches(changed)) {
      await this.#write(batch);
    }
    for (const batch of inBatches(gone)) {
      await this.#remove(batch);
    }
    return {
      written: changed.map(member => member.entityRef),
      removed: gone,
    };
  }

  async #listKnown(): Promise<Map<string, string>> {
    const rows = z
      .array(knownRow)
      .parse(
        await this.#knex(TABLES.commons).select(
          'entity_ref',
          'projection_hash',
        ),
      );
    return new Map(rows.map(row => [row.entity_ref, row.projection_hash]));
  }

  async #write(members: FleetMember[]): Promise<void> {
    const projections = members.map(buildProjectionRow);
    const columns = Object.keys(projections[0]);
    const rows = members.map((member, index) => ({
      ...projections[index],
      ...this.#neverAsked(member),
    }));
    const refs = members.map(member => member.entityRef);
    const meshRows = members.flatMap(buildMeshRows);
    await this.#knex.transaction(async trx => {
      await trx(TABLES.commons)
        .insert(rows)
        .onConflict('entity_ref')
        .merge(columns);
      await trx(TABLES.meshMembers).whereIn('hub_ref', refs).delete();
      for (const batch of inBatches(meshRows)) {
        await trx(TABLES.meshMembers).insert(batch);
      }
    });
  }

  async #remove(refs: string[]): Promise<void> {
    await this.#knex.transaction(async trx => {
      // The row first, in the order in which a round is written: a round that is being written ends before, and leaves no
      // states behind; in another order each would wait for the other, or the states would stay for ever.
      await trx(TABLES.commons).whereIn('entity_ref', refs).delete();
      await trx(TABLES.checkStates).whereIn('entity_ref', refs).delete();
      await trx(TABLES.meshMembers).whereIn('hub_ref', refs).delete();
    });
  }

  #neverAsked(member: FleetMember) {
    return {
      status: 'unknown',
      cause: 'never-asked',
      reason: '',
      journeys_json: '{}',
      next_check_at:
        this.#now() + Math.floor(this.#phaseOf(member) * FIRST_ROUND_WITHIN_MS),
      gone_rounds: 0,
    };
  }
}

function inBatches<T>(items: T[]): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += WRITE_BATCH_SIZE) {
    batches.push(items.slice(start, start + WRITE_BATCH_SIZE));
  }
  return batches;
}

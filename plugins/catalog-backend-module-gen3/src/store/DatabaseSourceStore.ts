import { DatabaseService } from '@backstage/backend-plugin-api';
import { isDeepStrictEqual } from 'node:util';
import { Knex } from 'knex';
import { compareText } from '../lib/compareText';
import { applyMigrations } from './applyMigrations';
import {
  MemberRow,
  SourceRow,
  TABLES,
  toMemberRow,
  toSourceRecord,
  toStoredMember,
} from './rows';
import {
  Held,
  SourceStore,
  StoredMember,
  StoredSource,
  StoredSources,
} from './SourceStore';

/** Rows per INSERT; SQLite allows 32766 bindings, and a row has 5. */
const INSERT_BATCH_SIZE = 500;

/** {@link SourceStore} in the catalog plugin's database, SQLite or PostgreSQL. */
export class DatabaseSourceStore implements SourceStore {
  readonly #knex: Knex;

  /** Connects and migrates, unless migrations are switched off for this database. */
  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseSourceStore> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await applyMigrations(knex);
    }
    return new DatabaseSourceStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async beginTry(options: {
    sourceId: string;
    at: string;
    runningUntil: string;
  }): Promise<StoredSource> {
    const { sourceId, at, runningUntil } = options;
    await this.#knex<SourceRow>(TABLES.sources)
      .insert({
        source_id: sourceId,
        last_try_at: at,
        running_until: runningUntil,
      })
      .onConflict('source_id')
      .merge(['last_try_at', 'running_until']);
    const sources = await this.#readSources(this.#knex, sourceId);
    return sources.get(sourceId) ?? { sourceId, members: [] };
  }

  async recordFailure(options: {
    sourceId: string;
    error: string;
  }): Promise<void> {
    await this.#updateSource(this.#knex, options.sourceId, {
      error: options.error,
      running_until: null,
    });
  }

  async recordUnchanged(options: {
    sourceId: string;
    at: string;
  }): Promise<void> {
    await this.#updateSource(this.#knex, options.sourceId, {
      last_good_at: options.at,
      error: null,
      running_until: null,
    });
  }

  async recordHeld(options: { sourceId: string; held: Held }): Promise<void> {
    await this.#updateSource(this.#knex, options.sourceId, {
      held_json: JSON.stringify(options.held),
      error: null,
      running_until: null,
    });
  }

  async recordReading(options: {
    sourceId: string;
    at: string;
    version?: string;
    fingerprint: string;
    members: StoredMember[];
  }): Promise<void> {
    const { sourceId, at, version, fingerprint } = options;
    await this.#knex.transaction(async tx => {
      await this.#updateSource(tx, sourceId, {
        last_good_at: at,
        version: version ?? null,
        fingerprint,
        error: null,
        held_json: null,
        confirmed_json: null,
        running_until: null,
      });
      await this.#replaceMembers(tx, sourceId, options.members);
    });
  }

  async confirmDrop(options: { sourceId: string }): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const sources = await this.#readSources(tx, options.sourceId);
      const held = sources.get(options.sourceId)?.held;
      if (!held) {
        return false;
      }
      await this.#updateSource(tx, options.sourceId, {
        confirmed_json: JSON.stringify(held.wouldDrop),
      });
      return true;
    });
  }

  async readAll(): Promise<StoredSources> {
    return this.#knex.transaction(async tx => ({
      // Before the rows: if somebody writes meanwhile, the caller sees an older revision and looks again.
      revision: await this.#selectRevision(tx),
      sources: await this.#readSources(tx),
    }));
  }

  async readRevision(): Promise<number> {
    return this.#selectRevision(this.#knex);
  }

  async readEmissions(): Promise<Map<string, string>> {
    const rows = await this.#knex<{ source_id: string; hash: string }>(
      TABLES.emissions,
    ).select('source_id', 'hash');
    return new Map(rows.map(row => [row.source_id, row.hash]));
  }

  async recordEmission(options: {
    sourceId: string;
    hash: string;
  }): Promise<void> {
    await this.#knex(TABLES.emissions)
      .insert({ source_id: options.sourceId, hash: options.hash })
      .onConflict('source_id')
      .merge(['hash']);
  }

  async #selectRevision(db: Knex): Promise<number> {
    const row = await db<{ id: number; revision: number }>(TABLES.revision)
      .where({ id: 1 })
      .first('revision');
    if (!row) {
      throw new Error(`Table ${TABLES.revision} has lost its only row`);
    }
    return row.revision;
  }

  async #updateSource(
    db: Knex,
    sourceId: string,
    change: Partial<SourceRow>,
  ): Promise<void> {
    const count = await db<SourceRow>(TABLES.sources)
      .where({ source_id: sourceId })
      .update(change);
    if (count !== 1) {
      throw new Error(`Source "${sourceId}" has ${count} rows instead of 1`);
    }
  }

  /** Writes only what differs: an unchanged reading must not raise the revision. */
  async #replaceMembers(
    tx: Knex.Transaction,
    sourceId: string,
    members: StoredMember[],
  ): Promise<void> {
    const old = await tx<MemberRow>(TABLES.members).where({
      source_id: sourceId,
    });
    const oldRows = new Map(old.map(row => [row.member, row]));
    const newRows = members.map(member => toMemberRow(sourceId, member));
    const kept = new Set(newRows.map(row => row.member));
    const changed = newRows.filter(
      row => !isDeepStrictEqual({ ...oldRows.get(row.member) }, { ...row }),
    );
    const gone = old.filter(row => !kept.has(row.member));
    if (changed.length === 0 && gone.length === 0) {
      return;
    }
    const stale = [...gone, ...changed].map(row => row.member);
    for (let i = 0; i < stale.length; i += INSERT_BATCH_SIZE) {
      // One after the other: they share the transaction's connection.
      await tx(TABLES.members)
        .where({ source_id: sourceId })
        .whereIn('member', stale.slice(i, i + INSERT_BATCH_SIZE))
        .delete();
    }
    await tx.batchInsert(TABLES.members, changed, INSERT_BATCH_SIZE);
    await tx(TABLES.revision).where({ id: 1 }).increment('revision', 1);
  }

  async #readSources(
    db: Knex,
    sourceId?: string,
  ): Promise<Map<string, StoredSource>> {
    const only = sourceId === undefined ? {} : { source_id: sourceId };
    const sourceRows = await db<SourceRow>(TABLES.sources).where(only);
    const memberRows = await db<MemberRow>(TABLES.members).where(only);
    const sources = new Map<string, StoredSource>(
      sourceRows.map(row => [
        row.source_id,
        { ...toSourceRecord(row), members: [] },
      ]),
    );
    for (const row of memberRows) {
      sources.get(row.source_id)?.members.push(toStoredMember(row));
    }
    for (const source of sources.values()) {
      source.members.sort((a, b) => compareText(a.member, b.member));
    }
    return sources;
  }
}

import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { applyMigrations } from './applyMigrations';
import { fillColumns } from './fillColumns';
import { replaceMembers } from './replaceMembers';
import { EmissionRow, SourceRow, TABLES, toSourceOverview } from './rows';
import { runExclusively } from './runExclusively';
import {
  lockRecord,
  selectMembersOf,
  selectRevision,
  selectSources,
} from './selectSources';
import { summarizeMembers } from './summarizeMembers';
import { FindingsSummary } from './summary';
import {
  Confirmation,
  Held,
  SourceOverview,
  SourceStore,
  StoredEmission,
  StoredMember,
  StoredSource,
  StoredSources,
} from './SourceStore';

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
    await fillColumns(knex);
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
    const sources = await selectSources(this.#knex, [sourceId]);
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
    held?: Held;
  }): Promise<void> {
    const { sourceId, at, version, fingerprint, held } = options;
    await this.#knex.transaction(async tx => {
      const { confirmed = [] } = await lockRecord(tx, sourceId);
      const open = confirmed.filter(name => held?.wouldDrop.includes(name));
      await this.#updateSource(tx, sourceId, {
        last_good_at: at,
        version: version ?? null,
        fingerprint,
        error: null,
        held_json: held ? JSON.stringify(held) : null,
        confirmed_json: open.length > 0 ? JSON.stringify(open) : null,
        running_until: null,
        summary_json: JSON.stringify(summarizeMembers(options.members)),
      });
      await replaceMembers(tx, sourceId, options.members);
    });
  }

  async confirmDrop(options: {
    sourceId: string;
    hostnames?: readonly string[];
  }): Promise<Confirmation> {
    const { sourceId } = options;
    return this.#knex.transaction(async (tx): Promise<Confirmation> => {
      const { held, confirmed = [] } = await lockRecord(tx, sourceId);
      if (!held) {
        return { kind: 'nothing-held' };
      }
      const isHeld = new Set(held.wouldDrop);
      const hostnames = options.hostnames ?? held.wouldDrop;
      const others = hostnames.filter(hostname => !isHeld.has(hostname));
      if (others.length > 0) {
        return { kind: 'not-held', hostnames: others };
      }
      await this.#updateSource(tx, sourceId, {
        confirmed_json: JSON.stringify([
          ...new Set([...confirmed, ...hostnames]),
        ]),
      });
      return { kind: 'confirmed' };
    });
  }

  async recordComparison(
    findings: ReadonlyMap<string, FindingsSummary>,
  ): Promise<void> {
    for (const [sourceId, summary] of findings) {
      // A handful of sources, each in one statement that mostly changes nothing.
      const json = summary.total > 0 ? JSON.stringify(summary) : null;
      await this.#knex<SourceRow>(TABLES.sources)
        .where({ source_id: sourceId })
        .whereRaw('comparison_json is distinct from ?', [json])
        .update({ comparison_json: json });
    }
  }

  async readOverviews(): Promise<Map<string, SourceOverview>> {
    const rows = await this.#knex<SourceRow>(TABLES.sources).select();
    return new Map(rows.map(row => [row.source_id, toSourceOverview(row)]));
  }

  async readMembersOf(hostname: string): Promise<Map<string, StoredMember[]>> {
    return selectMembersOf(this.#knex, hostname);
  }

  async readSources(sourceIds: readonly string[]): Promise<StoredSources> {
    return this.#knex.transaction(async tx => ({
      // Before the rows: if somebody writes meanwhile, the caller sees an older revision and looks again.
      revision: await selectRevision(tx),
      sources: await selectSources(tx, sourceIds),
    }));
  }

  async readRevision(): Promise<number> {
    return selectRevision(this.#knex);
  }

  async readEmissions(): Promise<Map<string, StoredEmission>> {
    const rows = await this.#knex<EmissionRow>(TABLES.emissions).select();
    return new Map(
      rows.map(row => [
        row.source_id,
        {
          hash: row.hash || undefined,
          handedOverAt: row.handed_over_at ?? undefined,
        },
      ]),
    );
  }

  async beginEmissions(sourceIds: readonly string[]): Promise<void> {
    await this.#knex<EmissionRow>(TABLES.emissions)
      .insert(sourceIds.map(id => ({ source_id: id, hash: '' })))
      .onConflict('source_id')
      .merge(['hash']);
  }

  async recordEmission(options: {
    sourceId: string;
    hash: string;
    handedOverAt: string;
  }): Promise<void> {
    const { sourceId, hash, handedOverAt } = options;
    await this.#knex<EmissionRow>(TABLES.emissions)
      .insert({ source_id: sourceId, hash, handed_over_at: handedOverAt })
      .onConflict('source_id')
      .merge(['hash', 'handed_over_at']);
  }

  async runExclusively<T>(
    work: () => Promise<T>,
    options: { signal?: AbortSignal } = {},
  ): Promise<T> {
    return runExclusively(this.#knex, work, options);
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
}

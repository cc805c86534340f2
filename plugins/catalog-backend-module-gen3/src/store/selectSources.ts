import { Knex } from 'knex';
import { compareText } from '../lib/compareText';
import {
  MemberRow,
  SourceRow,
  TABLES,
  toSourceRecord,
  toStoredMember,
} from './rows';
import { SourceRecord, StoredMember, StoredSource } from './SourceStore';

/** Some sources with their members, sorted by key. */
export async function selectSources(
  db: Knex,
  sourceIds: readonly string[],
): Promise<Map<string, StoredSource>> {
  const sourceRows = await db<SourceRow>(TABLES.sources).whereIn(
    'source_id',
    sourceIds,
  );
  const memberRows = await db<MemberRow>(TABLES.members).whereIn(
    'source_id',
    sourceIds,
  );
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

/**
 * A source without its members; empty when it never ran. Nobody else changes it until the transaction ends, so what is
 * written may depend on it. SQLite has one connection, and so one transaction at a time.
 */
export async function lockRecord(
  tx: Knex.Transaction,
  sourceId: string,
): Promise<SourceRecord> {
  const row = await tx<SourceRow>(TABLES.sources)
    .where({ source_id: sourceId })
    .forUpdate()
    .first();
  return row ? toSourceRecord(row) : { sourceId };
}

/** Members by source id, sorted by key, that describe a commons or claim its hostname. */
export async function selectMembersOf(
  db: Knex,
  hostname: string,
): Promise<Map<string, StoredMember[]>> {
  const rows = await db<MemberRow>(TABLES.members)
    .where({ hostname })
    .orWhere({ claimed_hostname: hostname });
  const members = new Map<string, StoredMember[]>();
  for (const row of rows.sort((a, b) => compareText(a.member, b.member))) {
    const own = members.get(row.source_id) ?? [];
    members.set(row.source_id, [...own, toStoredMember(row)]);
  }
  return members;
}

/** Number of changes of readings so far. */
export async function selectRevision(db: Knex): Promise<number> {
  const row = await db<{ id: number; revision: number }>(TABLES.revision)
    .where({ id: 1 })
    .first('revision');
  if (!row) {
    throw new Error(`Table ${TABLES.revision} has lost its only row`);
  }
  return row.revision;
}

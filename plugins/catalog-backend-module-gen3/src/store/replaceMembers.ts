import { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { MemberRow, TABLES, toMemberRow } from './rows';
import { StoredMember } from './SourceStore';

/** Rows per statement; SQLite allows 32766 bindings, and a row has 8. */
const BATCH_SIZE = 500;

/** Replaces a source's members. Writes only what differs: an unchanged reading must not raise the revision. */
export async function replaceMembers(
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
  for (let i = 0; i < stale.length; i += BATCH_SIZE) {
    // One after the other: they share the transaction's connection.
    await tx(TABLES.members)
      .where({ source_id: sourceId })
      .whereIn('member', stale.slice(i, i + BATCH_SIZE))
      .delete();
  }
  await tx.batchInsert(TABLES.members, changed, BATCH_SIZE);
  await tx(TABLES.revision).where({ id: 1 }).increment('revision', 1);
}

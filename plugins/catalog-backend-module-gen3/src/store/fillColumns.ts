import { Knex } from 'knex';
import { replaceMembers } from './replaceMembers';
import { SourceRow, TABLES } from './rows';
import { selectSources } from './selectSources';
import { summarizeMembers } from './summarizeMembers';

/**
 * Fills what migrations added and only this code can tell, of sources that were read before: they may be read again late, or
 * not at all while they are down. Several replicas may start at once, and read sources while another one starts.
 */
export async function fillColumns(knex: Knex): Promise<void> {
  const rows = await selectUnfilled(knex).select('source_id');
  for (const { source_id: sourceId } of rows) {
    // One after the other: a source has thousands of members at most, and this happens once.
    await knex.transaction(async tx => fillSource(tx, sourceId));
  }
}

/** Sources that were read before, and whose columns are still to be filled. */
function selectUnfilled(db: Knex) {
  return db<SourceRow>(TABLES.sources)
    .whereNotNull('last_good_at')
    .whereNull('summary_json');
}

async function fillSource(
  tx: Knex.Transaction,
  sourceId: string,
): Promise<void> {
  // Members are only written by who has their source's row, so what is written back below is not old by then.
  const unfilled = await selectUnfilled(tx)
    .where({ source_id: sourceId })
    .forUpdate()
    .first();
  if (!unfilled) {
    return;
  }
  const sources = await selectSources(tx, [sourceId]);
  const members = sources.get(sourceId)?.members ?? [];
  await replaceMembers(tx, sourceId, members);
  await tx<SourceRow>(TABLES.sources)
    .where({ source_id: sourceId })
    .update({ summary_json: JSON.stringify(summarizeMembers(members)) });
}

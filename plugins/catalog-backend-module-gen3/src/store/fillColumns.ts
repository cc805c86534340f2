import { Knex } from 'knex';
import { replaceMembers } from './replaceMembers';
import { SourceRow, TABLES } from './rows';
import { selectSources } from './selectSources';
import { summarizeMembers } from './summarizeMembers';

/**
 * Fills what migrations added and only this code can tell, of sources that were read before: they may be read again late, or
 * not at all while they are down.
 */
export async function fillColumns(knex: Knex): Promise<void> {
  const rows = await knex<SourceRow>(TABLES.sources)
    .whereNotNull('last_good_at')
    .whereNull('summary_json')
    .select('source_id');
  for (const { source_id: sourceId } of rows) {
    // One after the other: a source has thousands of members at most, and this happens once.
    await knex.transaction(async tx => {
      const sources = await selectSources(tx, sourceId);
      const members = sources.get(sourceId)?.members ?? [];
      await replaceMembers(tx, sourceId, members);
      await tx<SourceRow>(TABLES.sources)
        .where({ source_id: sourceId })
        .update({ summary_json: JSON.stringify(summarizeMembers(members)) });
    });
  }
}

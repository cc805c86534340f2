import type { FleetQuery } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { TABLES } from '../database/tables';

/** The part of a fleet query that chooses commons. */
export type FleetFilters = Pick<
  FleetQuery,
  'q' | 'status' | 'tier' | 'release' | 'owner' | 'source' | 'mesh' | 'cause'
>;

const COLUMNS = [
  'status',
  'tier',
  'release',
  'owner',
  'source',
  'cause',
] as const;

/** Narrows a query over the fleet view to what the filters choose. */
export function whereFiltered(
  query: Knex.QueryBuilder,
  filters: FleetFilters,
): Knex.QueryBuilder {
  for (const column of COLUMNS) {
    const values = filters[column];
    if (values) {
      query.whereIn(column, values);
    }
  }
  for (const word of searchWords(filters.q)) {
    query.whereRaw(`search_text like ? escape '!'`, [
      `%${word.replace(/[!%_]/g, '!$&')}%`,
    ]);
  }
  const { mesh } = filters;
  if (mesh) {
    query.whereIn('hostname', members =>
      members
        .select('member_hostname')
        .from(TABLES.meshMembers)
        .whereIn('hub_hostname', mesh),
    );
  }
  return query;
}

/** The words of a search in lower case; all of them must match. */
function searchWords(text: string | undefined): string[] {
  return (text ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(word => word !== '');
}

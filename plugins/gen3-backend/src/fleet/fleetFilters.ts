import type { FleetQuery } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { TABLES } from '../database/tables';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { whereVisible } from '../permissions/whereVisible';

/** The part of a fleet query that chooses commons. */
export type FleetFilters = Pick<
  FleetQuery,
  'q' | 'status' | 'tier' | 'release' | 'owner' | 'source' | 'mesh' | 'cause'
>;

const COLUMNS = ['status', 'tier', 'release', 'owner', 'source'] as const;

/**
 * Narrows a query over the fleet view to what the filters choose. Only the meshes of hubs that the caller may see can be
 * chosen: who belongs to a hidden hub is as hidden as the hub.
 */
export function whereFiltered(
  query: Knex.QueryBuilder,
  filters: FleetFilters,
  access: CommonsAccess,
): Knex.QueryBuilder {
  for (const column of COLUMNS) {
    const values = filters[column];
    if (values) {
      query.whereIn(column, values);
    }
  }
  const { cause } = filters;
  if (cause) {
    whereCause(query, cause);
  }
  for (const word of searchWords(filters.q)) {
    query.whereRaw(`search_text like ? escape '!'`, [`%${escapeLike(word)}%`]);
  }
  const { mesh } = filters;
  if (mesh) {
    query.whereIn('hostname', members =>
      members
        .select('member_hostname')
        .from(TABLES.meshMembers)
        .whereIn('hub_hostname', mesh)
        .whereIn('hub_ref', hubs =>
          whereVisible(hubs.select('entity_ref').from(TABLES.commons), access),
        ),
    );
  }
  return query;
}

/** A job may be late while the commons is down for another reason, and a pod crash-loops. */
function whereCause(query: Knex.QueryBuilder, causes: string[]): void {
  query.where(any => {
    any.whereIn('cause', causes);
    for (const cause of causes) {
      any.orWhereRaw(`inside_causes_json like ? escape '!'`, [
        `%${escapeLike(JSON.stringify(cause))}%`,
      ]);
    }
    // Of rounds before all causes were written, the worst is known.
    any.orWhere(before =>
      before.whereNull('inside_causes_json').whereIn('inside_cause', causes),
    );
  });
}

/** Text that `like` takes as it is, with `escape '!'`. */
function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}

/** The words of a search in lower case; all of them must match. */
function searchWords(text: string | undefined): string[] {
  return (text ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(word => word !== '');
}

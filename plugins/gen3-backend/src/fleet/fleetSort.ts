import {
  HEALTH_STATUSES,
  type FleetQuery,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';

/** One expression that rows are ordered by; never null. */
interface SortKey {
  sql: string;
  order: 'asc' | 'desc';
  type: 'number' | 'text';
}

/** The values of a row's sort keys. */
export type SortValues = (string | number)[];

/** Commons that nobody asks need no attention: their `unknown` is meant, so they come after the ones that are up. */
const ATTENTION = `case when probing = 'off' then ${
  HEALTH_STATUSES.length
} else case status ${HEALTH_STATUSES.map(
  (status, rank) => `when '${status}' then ${rank}`,
).join(' ')} end end`;

/**
 * The keys of a sort. Commons that lack the value come last in both orders; hostname and entity reference break ties,
 * so that the order is total and pages neither repeat nor miss a row.
 */
export function sortKeysOf(options: {
  sort: FleetQuery['sort'];
  order: 'asc' | 'desc';
  knex: Knex;
}): SortKey[] {
  const { sort, order } = options;
  // PostgreSQL sorts text by the database's language; both engines shall sort by code point.
  const byCode =
    options.knex.client.config.client === 'pg' ? ' collate "C"' : '';
  const number = (sql: string): SortKey => ({ sql, order, type: 'number' });
  const text = (sql: string): SortKey => ({
    sql: `${sql}${byCode}`,
    order,
    type: 'text',
  });
  const missingLast = (column: string): SortKey => ({
    sql: `case when ${column} is null then 1 else 0 end`,
    order: 'asc',
    type: 'number',
  });
  const primary: Record<FleetQuery['sort'], SortKey[]> = {
    attention: [number(ATTENTION)],
    name: [text('hostname')],
    tier: [text('tier')],
    owner: [text('owner')],
    source: [missingLast('source'), text(`coalesce(source, '')`)],
    release: [missingLast('release'), text(`coalesce(release, '')`)],
    score: [missingLast('score'), number('coalesce(score, 0)')],
    since: [missingLast('since'), number('coalesce(since, 0)')],
    age: [missingLast('checked_at'), number('coalesce(-checked_at, 0)')],
  };
  const tieBreakers: SortKey[] = [
    { ...text('hostname'), order: 'asc' },
    { ...text('entity_ref'), order: 'asc' },
  ];
  return [...primary[sort], ...tieBreakers];
}

/** Orders a query by the keys and selects their values as `key_0`, `key_1`, ... */
export function orderByKeys(
  query: Knex.QueryBuilder,
  knex: Knex,
  keys: SortKey[],
): Knex.QueryBuilder {
  keys.forEach((key, index) => {
    query.select(knex.raw(`${key.sql} as key_${index}`));
    query.orderByRaw(`${key.sql} ${key.order}`);
  });
  return query;
}

/**
 * Where the value of a key goes. PostgreSQL takes the type of a bare number from what it is compared with, and refuses one
 * that is too large for that, as a cursor that was tampered with may hold.
 */
const placeOf = ({ type }: SortKey): string =>
  type === 'number' ? 'cast(? as bigint)' : '?';

/** Narrows a query to the rows that come after the row with these values. */
export function whereAfter(
  query: Knex.QueryBuilder,
  keys: SortKey[],
  values: SortValues,
): Knex.QueryBuilder {
  return query.where(outer => {
    keys.forEach((key, index) => {
      outer.orWhere(inner => {
        keys.slice(0, index).forEach((equal, position) => {
          inner.whereRaw(`${equal.sql} = ${placeOf(equal)}`, [
            values[position],
          ]);
        });
        const comparison = key.order === 'asc' ? '>' : '<';
        inner.whereRaw(`${key.sql} ${comparison} ${placeOf(key)}`, [
          values[index],
        ]);
      });
    });
  });
}

/** Reads the values of the keys back from a row. */
export function readKeys(
  keys: SortKey[],
  row: Record<string, unknown>,
): SortValues {
  return keys.map((key, index) => {
    const value = row[`key_${index}`];
    return key.type === 'number' ? Number(value) : String(value);
  });
}

/** True when the values have the number and the types of the keys. */
export function areValuesOf(keys: SortKey[], values: SortValues): boolean {
  return (
    keys.length === values.length &&
    keys.every(
      (key, index) =>
        typeof values[index] === (key.type === 'number' ? 'number' : 'string'),
    )
  );
}

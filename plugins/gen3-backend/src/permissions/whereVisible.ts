import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { CommonsAccess } from './CommonsAccess';
import type { CommonsFilter } from './commonsRules';

/** Narrows a query over commons to those that somebody may see. */
export function whereVisible(
  query: Knex.QueryBuilder,
  access: CommonsAccess,
): Knex.QueryBuilder {
  return access === undefined
    ? query
    : query.where(builder => whereMatches(builder, access));
}

function whereMatches(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<CommonsFilter>,
): Knex.QueryBuilder {
  if ('allOf' in criteria) {
    return criteria.allOf.reduce<Knex.QueryBuilder>(
      (all, child) => all.andWhere(builder => whereMatches(builder, child)),
      query,
    );
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.reduce<Knex.QueryBuilder>(
      (any, child) => any.orWhere(builder => whereMatches(builder, child)),
      query,
    );
  }
  if ('not' in criteria) {
    return query.whereNot(builder => whereMatches(builder, criteria.not));
  }
  return query.whereIn(criteria.column, criteria.values);
}

import {
  AHEAD_AFTER_INTERVALS,
  STALE_AFTER_INTERVALS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { TABLES } from '../database/tables';

/** The columns that are read as stored. */
const STORED = [
  'entity_ref',
  'namespace',
  'name',
  'hostname',
  'title',
  'tier',
  'owner',
  'source',
  'release',
  'relationship',
  'mesh_role',
  'probing',
  'search_text',
  'reason',
  'journeys_json',
  'checked_at',
] as const;

/** When the fleet is read, and how often it is asked. */
export interface FleetTime {
  now: number;
  intervalMs: number;
}

/**
 * The fleet as it is now: `gen3_commons` with staleness applied, as a derived table named `fleet`. A status that nobody
 * confirmed for three intervals, or that a clock which was set back left in the future, is `unknown`, whatever the row says, as
 * `isStale` in gen3-common has it; filters, sorting and counts all see that.
 */
export function fleetView(knex: Knex, time: FleetTime) {
  const { now, intervalMs } = time;
  const staleAfterMs = STALE_AFTER_INTERVALS * intervalMs;
  const staleBefore = now - staleAfterMs;
  const aheadAfter = now + AHEAD_AFTER_INTERVALS * intervalMs;
  const current = (column: string, otherwise: string) =>
    knex.raw(
      `case when probing = 'off' or checked_at is null or checked_at < ? or checked_at > ? then ${otherwise} else ${column} end as ${column}`,
      [staleBefore, aheadAfter],
    );
  return knex(TABLES.commons)
    .select(...STORED)
    .select(
      current('status', `'unknown'`),
      current('score', 'null'),
      current(
        'inside_status',
        `case when inside_status is null then null else 'unknown' end`,
      ),
      current('inside_cause', 'null'),
      current('inside_causes_json', 'null'),
      knex.raw(
        `case when probing = 'off' then 'probing-off' when checked_at is null then 'never-asked' when checked_at < ? or checked_at > ? then 'stale' else cause end as cause`,
        [staleBefore, aheadAfter],
      ),
      knex.raw(
        `case when probing = 'off' or checked_at is null or checked_at > ? then null when checked_at < ? then checked_at + ? else since end as since`,
        [aheadAfter, staleBefore, staleAfterMs],
      ),
    )
    .as('fleet');
}

/** Query over {@link fleetView}. */
export function queryFleet(knex: Knex, time: FleetTime): Knex.QueryBuilder {
  return knex.from(fleetView(knex, time));
}

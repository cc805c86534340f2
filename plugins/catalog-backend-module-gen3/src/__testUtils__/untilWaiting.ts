import { Knex } from 'knex';

/** Lets pass as many queries as it takes until others wait for a lock of this database; PostgreSQL only. */
export async function untilWaiting(knex: Knex, count: number): Promise<void> {
  let waiting = 0;
  while (waiting < count) {
    // One after the other: each looks again.
    const rows = await knex('pg_stat_activity')
      .whereRaw('datname = current_database()')
      .where({ wait_event_type: 'Lock' });
    waiting = rows.length;
  }
}

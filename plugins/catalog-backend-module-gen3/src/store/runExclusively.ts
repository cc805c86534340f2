import { Knex } from 'knex';
import pLimit, { Limit } from 'p-limit';

/** Key of the lock in PostgreSQL, one per database: the letters "gen3". */
const LOCK_KEY = 0x67656e33;

/** SQLite has one process, which may hold it in several objects. */
const queues = new WeakMap<Knex, Limit>();

/**
 * Runs work while no other process on this database runs any. PostgreSQL keeps the lock in a transaction of its own, so it
 * ends with the process that holds it, and work needs a second connection of the pool. SQLite has only one connection,
 * which must stay free for the work: there a queue does.
 */
export async function runExclusively<T>(
  knex: Knex,
  work: () => Promise<T>,
): Promise<T> {
  if (knex.client.config.client === 'pg') {
    return knex.transaction(async tx => {
      await tx.raw('select pg_advisory_xact_lock(?)', [LOCK_KEY]);
      return work();
    });
  }
  const queue = queues.get(knex) ?? pLimit(1);
  queues.set(knex, queue);
  return queue(work);
}

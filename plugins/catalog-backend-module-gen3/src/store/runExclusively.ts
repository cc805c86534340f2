import { isError, ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import pLimit, { Limit } from 'p-limit';

/** Key of the lock in PostgreSQL, one per database: the letters "gen3". */
const LOCK_KEY = 0x67656e33;

/** Handing a fleet to the catalog takes seconds: who has the lock for longer hangs. */
const DEFAULT_MAX_WAIT_MS = 60_000;

/** PostgreSQL's `lock_not_available`. */
const LOCK_NOT_AVAILABLE = '55P03';

/** SQLite has one process, which may hold it in several objects. */
const queues = new WeakMap<Knex, Limit>();

/**
 * Runs work while no other process on this database runs any. PostgreSQL keeps the lock in a transaction of its own, so it
 * ends with the process that holds it, and work needs a second connection of the pool. SQLite has only one connection,
 * which must stay free for the work: there a queue does.
 *
 * @throws ServiceUnavailableError when another process does not end its work; the reason of `signal` when it is aborted
 * before the work begins
 */
export async function runExclusively<T>(
  knex: Knex,
  work: () => Promise<T>,
  options: {
    signal?: AbortSignal;
    /** How long to wait for another process. @defaultValue 60000 */
    maxWaitMs?: number;
  } = {},
): Promise<T> {
  const { signal, maxWaitMs = DEFAULT_MAX_WAIT_MS } = options;
  const begin = async () => {
    signal?.throwIfAborted();
    return work();
  };
  if (knex.client.config.client === 'pg') {
    return knex.transaction(async tx => {
      await takeLock(tx, maxWaitMs);
      return begin();
    });
  }
  const queue = queues.get(knex) ?? pLimit(1);
  queues.set(knex, queue);
  return queue(begin);
}

async function takeLock(
  tx: Knex.Transaction,
  maxWaitMs: number,
): Promise<void> {
  await tx.raw(`select set_config('lock_timeout', ?, true)`, [`${maxWaitMs}`]);
  try {
    await tx.raw('select pg_advisory_xact_lock(?)', [LOCK_KEY]);
  } catch (error) {
    if (isError(error) && error.code === LOCK_NOT_AVAILABLE) {
      throw new ServiceUnavailableError(
        `Another process has been handing commons to the catalog for more than ${
          maxWaitMs / 1000
        } s. The next run tries again; if that fails as well, restart the replica that holds the advisory lock ${LOCK_KEY} (see "pg_locks" of the catalog's database)`,
        error,
      );
    }
    throw error;
  }
}

import {
  CAUSES,
  type CommonsHealthResponse,
  HEALTH_STATUSES,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Transition } from '../collector/transitionsOf';
import { millis, toInstant } from '../database/columns';
import { TABLES, WRITE_BATCH_SIZE } from '../database/tables';

type StoredTransition = CommonsHealthResponse['transitions'][number];

const transitionRow = z
  .object({
    at: millis,
    subject: z.string(),
    from: z.enum(HEALTH_STATUSES).nullable(),
    to: z.enum(HEALTH_STATUSES),
    cause: z.enum(CAUSES),
    reason: z.string(),
  })
  .transform(
    (row): StoredTransition => ({
      ...row,
      at: toInstant(row.at),
      from: row.from ?? undefined,
    }),
  );

/** Writes what changed in a commons at a time. */
export async function recordTransitions(
  knex: Knex,
  entityRef: string,
  changes: { at: number; transitions: Transition[] },
): Promise<void> {
  const rows = changes.transitions.map(transition => ({
    entity_ref: entityRef,
    at: changes.at,
    subject: transition.subject,
    from: transition.from ?? null,
    to: transition.to,
    cause: transition.cause,
    reason: transition.reason,
  }));
  for (let start = 0; start < rows.length; start += WRITE_BATCH_SIZE) {
    await knex(TABLES.transitions).insert(
      rows.slice(start, start + WRITE_BATCH_SIZE),
    );
  }
}

/** Newest transitions of a commons, newest first. */
export async function listTransitions(
  knex: Knex,
  entityRef: string,
  limit: number,
): Promise<StoredTransition[]> {
  return z.array(transitionRow).parse(
    await knex(TABLES.transitions)
      .where({ entity_ref: entityRef })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit),
  );
}

/** Rows one statement of {@link pruneTransitions} deletes at most. */
const PRUNE_BATCH_SIZE = 1000;

/** Deletes transitions from before a time, in bounded batches; answers how many. */
export async function pruneTransitions(
  knex: Knex,
  options: { before: number; signal: AbortSignal },
): Promise<number> {
  let deleted = 0;
  let batch = 0;
  do {
    options.signal.throwIfAborted();
    // One batch after the other: bounding each statement is the purpose of the loop.
    batch = await knex(TABLES.transitions)
      .whereIn('id', ids =>
        ids
          .select('id')
          .from(TABLES.transitions)
          .where('at', '<', options.before)
          .orderBy('at')
          .limit(PRUNE_BATCH_SIZE),
      )
      .delete();
    deleted += batch;
  } while (batch === PRUNE_BATCH_SIZE);
  return deleted;
}

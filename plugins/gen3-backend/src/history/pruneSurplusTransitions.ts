import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from '../database/tables';

/** Rows one statement deletes at most. */
const PRUNE_BATCH_SIZE = 1000;

const crowdedRows = z.array(
  z.object({
    entity_ref: z.string(),
    subject: z.string(),
    count: z.coerce.number().int(),
  }),
);

/**
 * Deletes the oldest transitions of every subject that has more than `keep`, in bounded batches; answers how many. What is not from
 * before `before` stays whatever its number, so that a bad week can be read as it was.
 */
export async function pruneSurplusTransitions(
  knex: Knex,
  options: { keep: number; before: number; signal: AbortSignal },
): Promise<number> {
  const { keep, before, signal } = options;
  const crowded = crowdedRows.parse(
    await knex(TABLES.transitions)
      .groupBy('entity_ref', 'subject')
      .having(knex.raw('count(*) > ?', [keep]))
      .select('entity_ref', 'subject')
      .count({ count: '*' }),
  );
  let deleted = 0;
  for (const { entity_ref, subject, count } of crowded) {
    let surplus = count - keep;
    let batch = 0;
    do {
      signal.throwIfAborted();
      const limit = Math.min(surplus, PRUNE_BATCH_SIZE);
      // One batch after the other: bounding each statement is the purpose of the loop.
      batch = await knex(TABLES.transitions)
        .whereIn('id', ids =>
          ids
            .select('id')
            .from(TABLES.transitions)
            .where({ entity_ref, subject })
            .where('at', '<', before)
            .orderBy(['at', 'id'])
            .limit(limit),
        )
        .delete();
      deleted += batch;
      surplus -= batch;
    } while (surplus > 0 && batch > 0);
  }
  return deleted;
}

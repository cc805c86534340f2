import {
  type CheckState,
  checkStateSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { jsonText } from '../database/columns';
import { TABLES, WRITE_BATCH_SIZE } from '../database/tables';

const stateRows = z.array(z.object({ state_json: jsonText(checkStateSchema) }));

/** Settled states of the checks of one commons, by check id. */
export async function listCheckStates(
  knex: Knex,
  entityRef: string,
): Promise<CheckState[]> {
  const rows = await knex(TABLES.checkStates)
    .where({ entity_ref: entityRef })
    .orderBy('check_id')
    .select('state_json');
  return stateRows.parse(rows).map(row => row.state_json);
}

/** Makes `states` the states of a commons; those of other checks go. */
export async function replaceCheckStates(
  knex: Knex,
  entityRef: string,
  states: CheckState[],
): Promise<void> {
  const rows = states.map(state => ({
    entity_ref: entityRef,
    check_id: state.checkId,
    state_json: JSON.stringify(state),
  }));
  for (let start = 0; start < rows.length; start += WRITE_BATCH_SIZE) {
    // One batch after the other, on the one connection of the caller's transaction.
    await knex(TABLES.checkStates)
      .insert(rows.slice(start, start + WRITE_BATCH_SIZE))
      .onConflict(['entity_ref', 'check_id'])
      .merge();
  }
  await knex(TABLES.checkStates)
    .where({ entity_ref: entityRef })
    .whereNotIn(
      'check_id',
      states.map(state => state.checkId),
    )
    .delete();
}

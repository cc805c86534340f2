import type { Knex } from 'knex';
import { fleetMember } from '../__testUtils__/fleetMember';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { TABLES } from '../database/tables';
import { DatabaseFleetMemberStore } from './FleetMemberStore';

jest.setTimeout(60_000);

const HEART = 'system:default/heart.example';

/** What a round writes, in its order. */
async function writeRound(trx: Knex): Promise<void> {
  await trx(TABLES.commons)
    .where({ entity_ref: HEART })
    .update({ status: 'up' });
  await trx(TABLES.checkStates).insert({
    entity_ref: HEART,
    check_id: 'http:fence',
    state_json: '{}',
  });
}

describe('DatabaseFleetMemberStore', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'leaves no check states of a commons that goes while a round of it is written, %p',
    async id => {
      // States were deleted before the row, so those that the round was just writing stayed for ever.
      const knex = await migrate(await databases.init(id));
      const store = DatabaseFleetMemberStore.create({ knex });
      await store.replace({
        members: [fleetMember('heart.example')],
        keep: [],
      });

      const round = await knex.transaction();
      await writeRound(round);
      const removal = store.replace({ members: [], keep: [] });
      if (knex.client.config.client === 'pg') {
        // SQLite has one connection, so there the removal waits for that.
        await someoneWaitsForALock(knex);
      }
      await round.commit();
      await removal;

      expect(await knex(TABLES.commons)).toEqual([]);
      expect(await knex(TABLES.checkStates)).toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'lets commons of one cluster begin together, and others at other times, %p',
    async id => {
      const knex = await migrate(await databases.init(id));
      const now = Date.parse('2026-11-28T10:00:00Z');
      const at = (cluster: string, namespace: string) =>
        fleetMember(`${namespace}.example`, {
          kubernetes: { cluster, namespace },
        });
      await DatabaseFleetMemberStore.create({ knex, now: () => now }).replace({
        members: [
          at('east', 'heart'),
          at('west', 'lung'),
          at('east', 'kidney'),
          fleetMember('skin.example'),
        ],
        keep: [],
      });
      const rows = await knex(TABLES.commons).orderBy('hostname');
      const [heart, kidney, ...others] = rows.map(row =>
        Number(row.next_check_at),
      );
      expect(kidney).toBe(heart);
      expect(new Set([heart, ...others]).size).toBe(3);
      expect(Math.max(heart, ...others) - now).toBeLessThan(5_000);
    },
  );
});

/** Asks until a connection waits for another one; the test's own time limit ends what never comes. */
async function someoneWaitsForALock(knex: Knex): Promise<void> {
  const isWaiting = async () =>
    (await knex('pg_locks').where({ granted: false })).length > 0;
  while (!(await isWaiting())) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

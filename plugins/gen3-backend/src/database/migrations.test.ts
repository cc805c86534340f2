import { readdirSync } from 'node:fs';
import type { Knex } from 'knex';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { fleetMember } from '../__testUtils__/fleetMember';
import { newLaunch } from '../changes/__testUtils__/changeRecords';
import { toChangeRow } from '../changes/toChangeRow';
import { buildProjectionRow } from '../fleet/FleetMember';
import { migrationsFolder } from './openDatabase';
import { TABLES } from './tables';

jest.setTimeout(60_000);

const directory = migrationsFolder();

/** Brings an empty database to the schema before a migration. */
async function migrateUntilBefore(knex: Knex, file: string): Promise<void> {
  const earlier = readdirSync(directory).filter(name => name < file);
  for (let i = 0; i < earlier.length; i += 1) {
    // In their order, one by one.
    await knex.migrate.up({ directory });
  }
}

/** A commons as it was stored before its cluster was. */
function rowBeforeClusters() {
  const { kubernetes_cluster, kubernetes_namespace, declared_cluster, ...row } =
    buildProjectionRow(fleetMember('heart.example'));
  expect([kubernetes_cluster, kubernetes_namespace, declared_cluster]).toEqual([
    null,
    null,
    null,
  ]);
  return {
    ...row,
    status: 'down',
    cause: 'http-status',
    reason: 'Log-in is down: fence answers 500',
    since: 1_000,
    journeys_json: '{"login":"down"}',
    checked_at: 2_000,
    next_check_at: 3_000,
    gone_rounds: 1,
  };
}

describe('migrations', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    it('makes every table and takes it away again', async () => {
      const knex = await databases.init(id);
      await migrate(knex);
      for (const table of Object.values(TABLES)) {
        expect(await knex.schema.hasTable(table)).toBe(true);
      }

      await knex.migrate.rollback({ directory }, true);
      for (const table of Object.values(TABLES)) {
        expect(await knex.schema.hasTable(table)).toBe(false);
      }

      await migrate(knex);
      expect(await knex.schema.hasTable(TABLES.commons)).toBe(true);
      await knex.migrate.rollback({ directory }, true);
    });

    it('20261122120000_confirmation_rounds.js keeps a fleet that is there, up and down', async () => {
      const knex = await databases.init(id);
      await migrateUntilBefore(knex, '20261122120000_confirmation_rounds.js');
      await knex(TABLES.commons).insert(rowBeforeClusters());
      const before = await knex(TABLES.commons).first();

      await knex.migrate.up({ directory });
      // Its next round asks everything: no round that confirms is under way.
      expect(await knex(TABLES.commons).first()).toEqual({
        ...before,
        regular_check_at: null,
        confirmations: 0,
      });
      await knex(TABLES.commons).update({
        regular_check_at: 3_000,
        confirmations: 2,
      });

      await knex.migrate.down({ directory });
      expect(await knex(TABLES.commons).first()).toEqual(before);
      await knex.migrate.rollback({ directory }, true);
    });

    it('20261127230000_kubernetes_place.js keeps a fleet that is there, up and down', async () => {
      const knex = await databases.init(id);
      await migrateUntilBefore(knex, '20261127230000_kubernetes_place.js');
      await knex(TABLES.commons).insert(rowBeforeClusters());
      const before = await knex(TABLES.commons).first();

      await knex.migrate.up({ directory });
      expect(await knex(TABLES.commons).first()).toEqual({
        ...before,
        kubernetes_cluster: null,
        kubernetes_namespace: null,
      });

      await knex.migrate.down({ directory });
      expect(await knex(TABLES.commons).first()).toEqual(before);
      await knex.migrate.rollback({ directory }, true);
    });

    it('20261128150000_inside_causes.js keeps a fleet that is there, up and down', async () => {
      const knex = await databases.init(id);
      await migrateUntilBefore(knex, '20261128150000_inside_causes.js');
      await knex(TABLES.commons).insert({
        ...rowBeforeClusters(),
        kubernetes_cluster: 'east-1',
        kubernetes_namespace: 'heart',
        inside_status: 'degraded',
        inside_cause: 'job-late',
      });
      const before = await knex(TABLES.commons).first();

      await knex.migrate.up({ directory });
      expect(await knex(TABLES.commons).first()).toEqual({
        ...before,
        inside_causes_json: null,
      });

      await knex.migrate.down({ directory });
      expect(await knex(TABLES.commons).first()).toEqual(before);
      await knex.migrate.rollback({ directory }, true);
    });

    it('20261129030000_declared_cluster.js keeps a fleet that is there, up and down', async () => {
      const knex = await databases.init(id);
      await migrateUntilBefore(knex, '20261129030000_declared_cluster.js');
      await knex(TABLES.commons).insert(rowBeforeClusters());
      const before = await knex(TABLES.commons).first();

      await knex.migrate.up({ directory });
      expect(await knex(TABLES.commons).first()).toEqual({
        ...before,
        declared_cluster: null,
      });

      await knex.migrate.down({ directory });
      expect(await knex(TABLES.commons).first()).toEqual(before);
      await knex.migrate.rollback({ directory }, true);
    });

    it('20261129070000_changes.js lets a commons have one change at a time, up and down', async () => {
      const knex = await databases.init(id);
      await migrateUntilBefore(knex, '20261129070000_changes.js');
      await knex(TABLES.commons).insert(rowBeforeClusters());
      const fleet = await knex(TABLES.commons).first();

      await knex.migrate.up({ directory });
      const change = toChangeRow(newLaunch(), 1_000);
      await knex(TABLES.changes).insert(change);
      // A commons has one change at a time; one that has ended is in nobody's way.
      const second = { ...change, id: 'b', idempotency_key: 'key-0001' };
      await expect(knex(TABLES.changes).insert(second)).rejects.toMatchObject({
        message: expect.stringMatching(/unique/i),
      });
      await knex(TABLES.changes).update({ open_hostname: null });
      await knex(TABLES.changes).insert(second);
      const again = { ...second, id: 'c', open_hostname: null };
      await expect(knex(TABLES.changes).insert(again)).rejects.toMatchObject({
        message: expect.stringMatching(/unique/i),
      });

      const approval = { change_id: 'a', by: 'user:default/tomas', at: 2_000 };
      await knex(TABLES.changeApprovals).insert(approval);
      await expect(
        knex(TABLES.changeApprovals).insert(approval),
      ).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });

      await knex.migrate.down({ directory });
      for (const table of [
        TABLES.changes,
        TABLES.changeApprovals,
        TABLES.changeSteps,
      ]) {
        expect(await knex.schema.hasTable(table)).toBe(false);
      }
      expect(await knex(TABLES.commons).first()).toEqual(fleet);
      await knex.migrate.rollback({ directory }, true);
    });

    it('20261125100000_check_states_without_copies.js keeps the states, up and down', async () => {
      const knex = await databases.init(id);
      const file = '20261125100000_check_states_without_copies.js';
      await migrateUntilBefore(knex, file);
      const row = {
        entity_ref: 'system:default/heart.example',
        check_id: 'http:fence',
        state_json: '{"outcome":"down"}',
      };
      await knex(TABLES.checkStates).insert({
        ...row,
        outcome: 'down',
        since: 1_000,
      });

      await knex.migrate.up({ directory });
      expect(await knex(TABLES.checkStates).first()).toEqual(row);
      // The key is still there.
      await expect(knex(TABLES.checkStates).insert(row)).rejects.toMatchObject({
        message: expect.stringMatching(/unique/i),
      });

      await knex.migrate.down({ directory });
      expect(await knex(TABLES.checkStates).first()).toMatchObject({
        ...row,
        outcome: 'unknown',
      });
      await knex.migrate.rollback({ directory }, true);
    });
  });
});

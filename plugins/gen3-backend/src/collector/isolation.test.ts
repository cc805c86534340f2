import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { createFakeClock } from '../__testUtils__/createFakeClock';
import { createReplica } from '../__testUtils__/createReplica';
import { createFakeChecks, REFUSED } from '../__testUtils__/fakeChecks';
import { fleetMember } from '../__testUtils__/fleetMember';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { TABLES } from '../database/tables';
import type { FleetMember } from '../fleet/FleetMember';
import { DatabaseFleetMemberStore } from '../fleet/FleetMemberStore';
import { phaseOf } from './phaseOf';

jest.setTimeout(60_000);

const HOSTS = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => `${name}.example`);

describe('a portal whose own network fails', () => {
  const databases = createTestDatabases();
  let knex: Knex;
  let clock = createFakeClock();
  let silent: readonly string[] = [];

  const fleetOf = (members: FleetMember[]) =>
    DatabaseFleetMemberStore.create({
      knex,
      now: clock.now,
      phaseOf,
    }).replace({ members, keep: [] });

  beforeEach(async () => {
    knex = await migrate(await databases.init('SQLITE_3'));
    clock = createFakeClock();
    silent = [];
    await fleetOf(HOSTS.map(host => fleetMember(host)));
  });

  afterEach(async () => {
    for (const table of Object.values(TABLES)) {
      await knex(table).delete();
    }
  });

  const createRounds = () => {
    const checks = createFakeChecks({
      now: clock.now,
      answer: ({ target }): Partial<CheckResult> =>
        silent.includes(target.hostname) ? REFUSED : {},
    });
    const replica = createReplica({ name: 'one', knex, clock, checks });
    /** Lets minutes pass, with all rounds that become due; answers every status that was shown. */
    const pass = async (minutes: number) => {
      const shown = new Set<string>();
      for (let step = 0; step < minutes * 12; step += 1) {
        clock.advance(5_000);
        // One after the other, as time goes.
        await replica.round();
        const rows = await knex(TABLES.commons).select('hostname', 'status');
        rows.forEach(row => shown.add(`${row.hostname} ${row.status}`));
      }
      return shown;
    };
    return { ...replica, pass };
  };
  const statuses = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await knex(TABLES.commons).select('hostname', 'status')).map(row => [
        row.hostname,
        row.status,
      ]),
    );

  it('shows the fleet as unknown and never as down, and says why', async () => {
    const { round, pass } = createRounds();
    await round();
    silent = HOSTS;
    const shown = await pass(10);
    expect([...shown].filter(each => each.endsWith(' down'))).toEqual([]);
    expect(new Set(Object.values(await statuses()))).toEqual(
      new Set(['unknown']),
    );
    const rows = await knex(TABLES.commons).orderBy('gone_rounds');
    expect(rows).toEqual(
      HOSTS.map(() =>
        expect.objectContaining({
          cause: 'unreachable',
          reason: expect.stringContaining(
            'the portal reaches no commons, so its own network or proxy is at fault',
          ),
        }),
      ),
    );
    // Only failures before the portal knew count: no host is gone, and all are asked as often as ever.
    expect(rows.map(row => row.gone_rounds)).toEqual([
      ...HOSTS.slice(2).map(() => 0),
      1,
      1,
    ]);

    silent = [];
    await pass(2);
    expect(new Set(Object.values(await statuses()))).toEqual(new Set(['up']));
  });

  it('still shows as down what is, when most of the fleet is', async () => {
    const { round, pass } = createRounds();
    await round();
    silent = HOSTS.slice(1);
    await pass(10);
    expect(await statuses()).toEqual({
      'a.example': 'up',
      ...Object.fromEntries(silent.map(host => [host, 'down'])),
    });
  });

  describe('with its commons in clusters', () => {
    const clusterOf = (host: string) =>
      HOSTS.indexOf(host) < 3 ? 'east-1' : 'west-1';
    const inCluster = (cluster: string) =>
      HOSTS.filter(host => clusterOf(host) === cluster);

    beforeEach(async () => {
      await fleetOf(
        HOSTS.map(host =>
          fleetMember(host, {
            kubernetes: { cluster: clusterOf(host), namespace: host },
          }),
        ),
      );
    });

    it('is not blamed for a cluster that falls silent with all its commons', async () => {
      const { round, pass } = createRounds();
      await round();
      await pass(3);
      silent = inCluster('east-1');
      await pass(10);
      expect(await statuses()).toEqual(
        Object.fromEntries(
          HOSTS.map(host => [host, silent.includes(host) ? 'down' : 'up']),
        ),
      );
    });

    it('is blamed as soon as all of them are silent, and blames no commons in the end', async () => {
      const { round, pass } = createRounds();
      await round();
      await pass(3);
      silent = HOSTS;
      await pass(10);
      expect(new Set(Object.values(await statuses()))).toEqual(
        new Set(['unknown']),
      );
      silent = [];
      await pass(4);
      expect(new Set(Object.values(await statuses()))).toEqual(new Set(['up']));
    });
  });
});

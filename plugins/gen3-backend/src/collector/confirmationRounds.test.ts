import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { createFakeClock } from '../__testUtils__/createFakeClock';
import { createGate, tick } from '../__testUtils__/createGate';
import { createReplica } from '../__testUtils__/createReplica';
import { ANSWERS_500, createFakeChecks } from '../__testUtils__/fakeChecks';
import { fleetMember } from '../__testUtils__/fleetMember';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { TABLES } from '../database/tables';
import { DatabaseFleetMemberStore } from '../fleet/FleetMemberStore';
import { RefreshService } from '../health/RefreshService';
import { listCheckStates } from '../history/checkStates';

jest.setTimeout(60_000);

const INTERVAL_MS = 60_000;
const CONFIRM_AFTER_MS = 10_000;
const HEART = 'system:default/heart.example';

type Facts = Partial<CheckResult>;

describe('rounds that confirm', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;
    let clock = createFakeClock();
    let start = 0;
    let answerOfFence: () => Facts | Promise<Facts> = () => ({});
    /** `<second since the start> <service>` of every question. */
    let asked: string[] = [];

    const row = () => knex(TABLES.commons).first();
    const askedAbout = (service: string) =>
      asked.flatMap(each => {
        const [second, about] = each.split(' ');
        return about === service ? [Number(second)] : [];
      });
    const replicaOf = (name: string) => {
      const answer = ({ service }: { service: string }) => {
        asked.push(`${(clock.now() - start) / 1_000} ${service}`);
        return service === 'fence' ? answerOfFence() : {};
      };
      const checks = createFakeChecks({ now: clock.now, answer });
      return createReplica({ name, knex, clock, checks });
    };

    beforeEach(async () => {
      knex = await migrate(await databases.init(id));
      for (const table of Object.values(TABLES)) {
        // One after the other: SQLite has one connection.
        await knex(table).delete();
      }
      clock = createFakeClock();
      start = clock.now();
      asked = [];
      answerOfFence = () => ({});
      await DatabaseFleetMemberStore.create({
        knex,
        now: clock.now,
        phaseOf: () => 0,
      }).replace({ members: [fleetMember('heart.example')], keep: [] });
    });

    /** Lets time pass, a second at a time, with all rounds that become due. */
    const pass = async (
      replica: ReturnType<typeof replicaOf>,
      seconds: number,
      isOver: () => Promise<boolean> = async () => false,
    ) => {
      for (let second = 0; second < seconds && !(await isOver()); second += 1) {
        clock.advance(1_000);
        await replica.round();
      }
    };

    it('show a failure within an interval and two confirmations, even one right after a round', async () => {
      const replica = replicaOf('one');
      await replica.round();
      answerOfFence = () => ANSWERS_500;
      const brokeAt = clock.now();
      await pass(replica, 200, async () => (await row()).status === 'down');

      const longest = INTERVAL_MS * 1.05 + 2 * CONFIRM_AFTER_MS;
      expect(clock.now() - brokeAt).toBeLessThanOrEqual(longest);
      expect(longest).toBeLessThan(2 * INTERVAL_MS + 5_000);
      expect(askedAbout('fence')).toEqual([0, 60, 70, 80]);
    });

    it('ask only what has to be confirmed, and leave the other rounds at their time', async () => {
      const replica = replicaOf('one');
      await replica.round();
      answerOfFence = () => ANSWERS_500;
      await pass(replica, 75);
      const states = await listCheckStates(knex, HEART);
      expect(
        states.map(({ checkId, last }) => [
          checkId,
          (Date.parse(last.checkedAt) - start) / 1_000,
        ]),
      ).toEqual([
        ['http:fence', 70],
        ['http:indexd', 60],
      ]);
      expect(Number((await row()).checked_at)).toBe(start + 70_000);

      await pass(replica, 105);
      answerOfFence = () => ({});
      await pass(replica, 120);
      expect(askedAbout('indexd')).toEqual([0, 60, 120, 180, 240, 300]);
      // Down is settled at 80: then only at the regular time, until it answers again.
      expect(askedAbout('fence')).toEqual([
        0, 60, 70, 80, 120, 180, 240, 250, 300,
      ]);
      expect((await row()).status).toBe('up');
    });

    it('settle the first look at a commons that is down from the start', async () => {
      answerOfFence = () => ANSWERS_500;
      const replica = replicaOf('one');
      await replica.round();
      expect((await row()).status).toBe('unknown');
      await pass(replica, 20);
      expect((await row()).status).toBe('down');
    });

    it.each<[string, Facts[]]>([
      ['every other answer', [ANSWERS_500, {}]],
      ['every third answer', [{}, {}, ANSWERS_500]],
      ['all but every third', [ANSWERS_500, ANSWERS_500, {}]],
      [
        'answers of all kinds',
        [
          {},
          ANSWERS_500,
          { outcome: 'unknown', cause: 'blocked' },
          { outcome: 'degraded', cause: 'redirected' },
        ],
      ],
    ])('are two in an interval at most: %s', async (_label, answers) => {
      let count = 0;
      answerOfFence = () => {
        count += 1;
        return answers[count % answers.length];
      };
      const replica = replicaOf('one');
      await replica.round();
      await pass(replica, 600);
      expect(askedAbout('indexd')).toEqual(
        Array.from({ length: 11 }, (_, i) => i * 60),
      );
      const perInterval = Array.from(
        { length: 10 },
        (_, i) =>
          askedAbout('fence').filter(
            second => second >= i * 60 && second < (i + 1) * 60,
          ).length,
      );
      expect(Math.max(...perInterval)).toBeLessThanOrEqual(3);
    });

    it('are carried out by one replica, and count although it died', async () => {
      const one = replicaOf('one');
      const two = replicaOf('two');
      await one.round();
      answerOfFence = () => ANSWERS_500;
      clock.advance(INTERVAL_MS);
      await one.round();
      clock.advance(CONFIRM_AFTER_MS);
      await Promise.all([one.round(), two.round()]);
      expect(askedAbout('fence')).toEqual([0, 60, 70]);

      clock.advance(CONFIRM_AFTER_MS);
      answerOfFence = () => new Promise(() => {});
      void (await two.collector.startDueRounds());
      await tick();
      expect(await row()).toMatchObject({ confirmations: 2 });
      expect(Number((await row()).next_check_at)).toBe(start + 2 * INTERVAL_MS);
      await two.collector.stop();
    });

    it('do not swallow the wish of a person for a round that asks everything', async () => {
      const replica = replicaOf('one');
      await replica.round();
      answerOfFence = () => ANSWERS_500;
      clock.advance(INTERVAL_MS);
      await replica.round();

      const gate = createGate();
      answerOfFence = () => gate.wait().then(() => ANSWERS_500);
      clock.advance(CONFIRM_AFTER_MS);
      const confirming = await replica.collector.startDueRounds();
      await tick();
      await RefreshService.create({ knex, now: clock.now }).request(HEART, {
        access: undefined,
      });
      gate.open();
      await Promise.all(confirming);
      expect(askedAbout('indexd')).toEqual([0, 60]);
      await replica.round();
      expect(askedAbout('indexd')).toEqual([0, 60, 70]);
    });
  });
});

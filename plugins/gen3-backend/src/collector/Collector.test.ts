import type { Knex } from 'knex';
import { createFakeClock } from '../__testUtils__/createFakeClock';
import { createGate, tick } from '../__testUtils__/createGate';
import { createReplica } from '../__testUtils__/createReplica';
import { ANSWERS_500, createFakeChecks } from '../__testUtils__/fakeChecks';
import { fleetMember } from '../__testUtils__/fleetMember';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { waitUntil } from '../__testUtils__/waitUntil';
import { TABLES } from '../database/tables';
import type { FleetMember } from '../fleet/FleetMember';
import { DatabaseFleetMemberStore } from '../fleet/FleetMemberStore';
import { listCheckStates } from '../history/checkStates';
import { listTransitions } from '../history/transitions';

jest.setTimeout(60_000);

const INTERVAL_MS = 60_000;
const HEART = 'system:default/heart.example';

describe('Collector', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;
    let clock = createFakeClock();

    const fleetOf = (members: FleetMember[]) =>
      DatabaseFleetMemberStore.create({
        knex,
        now: clock.now,
        phaseOf: () => 0,
      }).replace({ members, keep: [] });
    const rowOf = (entityRef: string) =>
      knex(TABLES.commons).where({ entity_ref: entityRef }).first();

    beforeEach(async () => {
      knex = await migrate(await databases.init(id));
      clock = createFakeClock();
    });

    afterEach(async () => {
      for (const table of Object.values(TABLES)) {
        // One after the other: SQLite has one connection.
        await knex(table).delete();
      }
    });

    it('shares the fleet among replicas, and asks nothing twice in an interval', async () => {
      const hosts = Array.from({ length: 60 }, (_, i) => `c${i}.example`);
      await fleetOf(
        hosts.map(host => fleetMember(host, { services: ['fence'] })),
      );
      const checks = createFakeChecks({ now: clock.now, answer: () => ({}) });
      const one = createReplica({ name: 'one', knex, clock, checks });
      const two = createReplica({ name: 'two', knex, clock, checks });

      await Promise.all([one.round(), two.round()]);
      await Promise.all([one.round(), two.round()]);
      expect([...checks.asked].sort()).toEqual(
        hosts.map(host => `${host} fence`).sort(),
      );

      clock.advance(INTERVAL_MS - 1);
      await Promise.all([one.round(), two.round()]);
      expect(checks.asked).toHaveLength(60);

      // By then everybody had a turn, and nobody two.
      clock.advance(INTERVAL_MS / 4 + 1);
      await Promise.all([one.round(), two.round()]);
      await Promise.all([one.round(), two.round()]);
      expect(checks.asked).toHaveLength(120);
    });

    it('takes over what a dead replica held once its lease ends', async () => {
      await fleetOf([fleetMember('heart.example', { services: ['fence'] })]);
      const never = createFakeChecks({
        now: clock.now,
        answer: () => new Promise(() => {}),
      });
      const dead = createReplica({
        name: 'dead',
        knex,
        clock: createFakeClock(),
        checks: never,
      });
      void (await dead.collector.startDueRounds());
      await tick();
      expect((await rowOf(HEART)).lease_owner).toBe('dead');

      const checks = createFakeChecks({ now: clock.now, answer: () => ({}) });
      const alive = createReplica({ name: 'alive', knex, clock, checks });
      clock.advance(dead.config.leaseMs - 1);
      await alive.round();
      expect(checks.asked).toEqual([]);

      clock.advance(1);
      await alive.round();
      expect(checks.asked).toEqual(['heart.example fence']);
      expect(dead.config.leaseMs).toBeLessThanOrEqual(2 * INTERVAL_MS);
    });

    it('drops the result of a replica that lost its lease', async () => {
      await fleetOf([fleetMember('heart.example', { services: ['fence'] })]);
      const gate = createGate();
      const slow = createReplica({
        name: 'slow',
        knex,
        clock,
        checks: createFakeChecks({
          now: clock.now,
          answer: () => gate.wait().then(() => ANSWERS_500),
        }),
      });
      const rounds = await slow.collector.startDueRounds();
      await tick();
      await knex(TABLES.commons).update({ lease_owner: 'other' });
      gate.open();
      await Promise.all(rounds);
      expect((await rowOf(HEART)).checked_at).toBeNull();
      expect(slow.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('lease'),
        { entityRef: HEART },
      );
    });

    it('cuts off what hangs at its deadline, while others keep their results', async () => {
      await fleetOf([
        fleetMember('heart.example', { services: ['fence', 'indexd'] }),
        fleetMember('lung.example', { services: ['fence'] }),
      ]);
      const checks = createFakeChecks({
        now: clock.now,
        answer: ({ target, service }) =>
          target.hostname === 'heart.example' && service === 'fence'
            ? new Promise(() => {})
            : {},
      });
      const { collector, config } = createReplica({
        name: 'one',
        knex,
        clock,
        checks,
      });
      const rounds = await collector.startDueRounds();
      await waitUntil(
        async () => (await rowOf('system:default/lung.example')).checked_at,
      );

      clock.advance(config.checkGuardMs);
      await Promise.all(rounds);
      const states = await listCheckStates(knex, HEART);
      expect(states.map(state => [state.checkId, state.last.cause])).toEqual([
        ['http:fence', 'timeout'],
        ['http:indexd', 'ok'],
      ]);
      expect(clock.pendingTimers()).toBe(0);
    });

    it('ends a round at its deadline, and says what was not asked', async () => {
      const services = ['fence', 'indexd', 'sheepdog', 'peregrine', 'guppy'];
      await fleetOf([fleetMember('heart.example', { services })]);
      const checks = createFakeChecks({
        now: clock.now,
        answer: () => new Promise(() => {}),
      });
      const { collector, config } = createReplica({
        name: 'one',
        knex,
        clock,
        checks,
        config: { checkGuardMs: 100_000 },
      });
      const rounds = await collector.startDueRounds();
      await waitUntil(async () => checks.asked.length === 4);
      clock.advance(config.roundTimeoutMs);
      await Promise.all(rounds);
      expect(checks.peak).toBe(4);
      expect(await rowOf(HEART)).toMatchObject({
        status: 'unknown',
        last_error: '5 of 5 checks had no turn in the 54 s of the round',
      });
    });

    it('settles everything when it is stopped, and blames nobody for it', async () => {
      await fleetOf([fleetMember('heart.example', { services: ['fence'] })]);
      const checks = createFakeChecks({
        now: clock.now,
        answer: () => new Promise(() => {}),
      });
      const { collector } = createReplica({ name: 'one', knex, clock, checks });
      collector.start();
      await waitUntil(async () => checks.asked.length === 1);

      await collector.stop();
      expect(clock.pendingTimers()).toBe(0);
      expect(await rowOf(HEART)).toMatchObject({
        lease_owner: null,
        checked_at: null,
        last_error: null,
      });
      expect(await listTransitions(knex, HEART, 10)).toEqual([]);
    });

    it('writes a transition for each change, after hysteresis, and announces it', async () => {
      await fleetOf([fleetMember('heart.example', { services: ['fence'] })]);
      let answer = {};
      const checks = createFakeChecks({ now: clock.now, answer: () => answer });
      const { round, signals } = createReplica({
        name: 'one',
        knex,
        clock,
        checks,
      });
      const rounds = async (count: number) => {
        for (let i = 0; i < count; i += 1) {
          // One interval after the other.
          await round();
          clock.advance(INTERVAL_MS);
        }
      };
      const commonsChanges = async () =>
        (await listTransitions(knex, HEART, 100))
          .filter(({ subject }) => subject === 'commons')
          .map(({ from, to }) => [from, to])
          .reverse();

      await rounds(3);
      expect(await commonsChanges()).toEqual([[undefined, 'up']]);
      expect(await listTransitions(knex, HEART, 100)).toHaveLength(1);
      const changeSignals = () => signals.filter(each => each === 'change');
      expect(changeSignals()).toEqual(['change']);

      answer = ANSWERS_500;
      await rounds(2);
      expect((await rowOf(HEART)).status).toBe('up');
      await rounds(1);
      const changes = await listTransitions(knex, HEART, 100);
      expect(changes).toContainEqual({
        at: expect.any(String),
        subject: 'service:fence',
        from: 'up',
        to: 'down',
        cause: 'http-status',
        reason: expect.stringContaining('fence answers 500'),
      });
      expect(changes.map(({ subject }) => subject)).toContain('journey:login');
      const down = await rowOf(HEART);

      const before = (await listTransitions(knex, HEART, 100)).length;
      const announced = changeSignals().length;
      await rounds(3);
      // The sentence counts failures; neither a change nor a signal is made of that.
      const later = await rowOf(HEART);
      expect(later.reason).not.toBe(down.reason);
      expect(later.since).toBe(down.since);
      expect(await listTransitions(knex, HEART, 100)).toHaveLength(before);
      expect(changeSignals()).toHaveLength(announced);

      answer = {};
      await rounds(1);
      expect((await rowOf(HEART)).status).toBe('down');
      await rounds(1);
      expect(await commonsChanges()).toEqual([
        [undefined, 'up'],
        ['up', 'down'],
        ['down', 'up'],
      ]);
    });

    it('takes a failure after a pause for no confirmation of what was up before', async () => {
      // The portal was off for ten intervals; the first failure after that showed as up, confirmed just now.
      await fleetOf([fleetMember('heart.example', { services: ['fence'] })]);
      let answer = {};
      const checks = createFakeChecks({ now: clock.now, answer: () => answer });
      const { round } = createReplica({ name: 'one', knex, clock, checks });
      await round();
      expect((await rowOf(HEART)).status).toBe('up');

      clock.advance(10 * INTERVAL_MS);
      answer = ANSWERS_500;
      await round();
      expect(await rowOf(HEART)).toMatchObject({
        status: 'unknown',
        reason: expect.stringContaining('1 in a row, not confirmed yet'),
      });
      expect(Number((await rowOf(HEART)).since)).toBe(clock.now());
    });

    it('says on the commons that a round could not be carried out, until one can, and keeps the error for the log', async () => {
      // A statement of knex, with the bindings of a whole round, was once shown to every reader.
      await fleetOf([fleetMember('heart.example', { services: ['fence'] })]);
      const good = createFakeChecks({ now: clock.now, answer: () => ({}) });
      let broken = true;
      const checks = {
        for: (target: Parameters<typeof good.for>[0]) => {
          if (broken) {
            throw new Error('no checks today');
          }
          return good.for(target);
        },
      };
      const replica = createReplica({ name: 'one', knex, clock, checks });
      const { round, logger } = replica;
      await round();
      expect(await rowOf(HEART)).toMatchObject({
        last_error: expect.stringContaining(
          'under "Round could not be carried out"',
        ),
        lease_owner: null,
      });
      expect((await rowOf(HEART)).last_error).not.toContain('no checks today');
      expect(logger.error).toHaveBeenCalledWith(
        'Round could not be carried out',
        { entityRef: HEART, error: 'Error: no checks today' },
      );
      broken = false;
      clock.advance(INTERVAL_MS);
      await round();
      expect(await rowOf(HEART)).toMatchObject({
        last_error: null,
        status: 'up',
      });
    });

    it('asks a host that is gone half as often, never so seldom that it shows as stale', async () => {
      await fleetOf([fleetMember('heart.example', { services: ['fence'] })]);
      const checks = createFakeChecks({
        now: clock.now,
        answer: () => ({
          outcome: 'down',
          cause: 'dns',
          reason: 'has no address',
        }),
      });
      const { round } = createReplica({ name: 'one', knex, clock, checks });
      for (let i = 0; i < 5; i += 1) {
        // One interval after the other.
        await round();
        clock.advance(INTERVAL_MS);
      }
      await round();
      expect(checks.asked).toHaveLength(5);
      clock.advance(INTERVAL_MS);
      await round();
      expect(checks.asked).toHaveLength(6);
    });

    it('asks on when the clock is set back, and not before its time otherwise', async () => {
      // Due times, leases and results of the future kept everybody from asking, and showed as fresh.
      await fleetOf([
        fleetMember('heart.example', { services: ['fence'] }),
        fleetMember('lung.example', { services: ['fence'] }),
      ]);
      const checks = createFakeChecks({ now: clock.now, answer: () => ({}) });
      const { round, config } = createReplica({
        name: 'one',
        knex,
        clock,
        checks,
      });
      await round();
      const hour = 3_600_000;
      await knex(TABLES.commons)
        .where({ hostname: 'lung.example' })
        .update({
          lease_owner: 'ahead',
          lease_until: clock.now() + config.leaseMs,
        });
      clock.advance(-hour);
      await round();
      expect([...checks.asked].sort()).toEqual([
        'heart.example fence',
        'heart.example fence',
        'lung.example fence',
        'lung.example fence',
      ]);
      for (const row of await knex(TABLES.commons)) {
        expect(Number(row.checked_at)).toBe(clock.now());
        expect(Number(row.since)).toBe(clock.now());
        const pauseMs = Number(row.next_check_at) - clock.now();
        expect(pauseMs).toBeGreaterThanOrEqual(INTERVAL_MS);
        expect(pauseMs).toBeLessThanOrEqual(1.25 * INTERVAL_MS);
      }
      await round();
      expect(checks.asked).toHaveLength(4);
    });

    it('does not ask commons whose probing is off', async () => {
      await fleetOf([fleetMember('heart.example', { probing: 'off' })]);
      const checks = createFakeChecks({ now: clock.now, answer: () => ({}) });
      await createReplica({ name: 'one', knex, clock, checks }).round();
      expect(checks.asked).toEqual([]);
    });

    it('survives a database that fails, and goes on when it is back', async () => {
      let failing = true;
      const claim = jest.fn(async () => {
        if (failing) {
          throw new Error('connection lost');
        }
        return [];
      });
      const checks = createFakeChecks({ now: clock.now, answer: () => ({}) });
      const { collector, logger } = createReplica({
        name: 'one',
        knex,
        clock,
        checks,
        store: {
          claim,
          countProbed: async () => 0,
          listStates: async () => [],
          record: async () => true,
          release: async () => {},
        },
      });
      collector.start();
      await tick();
      expect(logger.error).toHaveBeenCalledWith(
        expect.any(String),
        expect.objectContaining({
          error: 'Error: connection lost',
          retryInMs: 2_000,
        }),
      );
      failing = false;
      clock.advance(2_000);
      await tick();
      expect(claim).toHaveBeenCalledTimes(2);
      clock.advance(1_000);
      await tick();
      expect(claim).toHaveBeenCalledTimes(3);
      await collector.stop();
      expect(clock.pendingTimers()).toBe(0);
    });
  });
});

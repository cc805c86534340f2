import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../../__testUtils__/testDatabases';
import { newLaunch } from '../__testUtils__/changeRecords';
import { createFakeHost } from '../__testUtils__/createFakeHost';
import { createTarget } from '../__testUtils__/createTarget';
import { ChangePublisher } from '../ChangePublisher';
import { ChangeTargets } from '../ChangeTargets';
import { DatabaseChangeStore } from '../DatabaseChangeStore';
import { ChangeFollower } from './ChangeFollower';
import type { SightedCommons } from './LaunchSight';

jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
const { signal } = new AbortController();

const answering: SightedCommons = {
  probing: 'on',
  hasCluster: false,
  checks: [
    {
      checkId: 'http:fence',
      service: 'fence',
      layer: 'outside',
      status: 'up',
      cause: 'ok',
      reason: 'answers',
    },
  ],
};

describe('ChangeFollower', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  /** A portal with a repository in memory, and a clock that stands still. */
  async function start(
    options: { host?: ReturnType<typeof createFakeHost> } = {},
  ) {
    const { host = createFakeHost() } = options;
    const world = { now: 0, commons: new Map<string, SightedCommons>() };
    const now = () => world.now;
    const told: string[] = [];
    const knex = await migrate(await databases.init('SQLITE_3'));
    const store = DatabaseChangeStore.create({ knex, now });
    const logger = mockServices.logger.mock();
    const targets = ChangeTargets.create({
      targets: [createTarget()],
      createHost: () => host,
    });
    const findPerson = async () => ({ name: 'Alma', email: 'a@example.org' });
    const publisher = ChangePublisher.create({
      store,
      targets,
      findPerson,
      logger,
    });
    const follower = ChangeFollower.create({
      store,
      targets,
      publisher,
      findPerson,
      reconciliationMs: 180_000,
      readCommons: async entityRef => world.commons.get(entityRef),
      news: {
        ended: async ({ id, state }) => {
          told.push(`${id} is ${state}`);
        },
        stuck: async ({ id }, step) => {
          told.push(`${id} is stuck: ${step.id}`);
        },
      },
      logger,
      now,
    });
    return {
      world,
      host,
      store,
      logger,
      told,
      follower,
      open: async (given: Parameters<typeof newLaunch>[0] = {}) =>
        publisher.publish(await store.begin(newLaunch(given)), { signal }),
      stateOf: async (id = 'a') => (await store.get(id, undefined))?.state,
      stepsOf: async (id = 'a') =>
        Object.fromEntries(
          (await store.stepsOf(id)).map(step => [step.id, step.state]),
        ),
    };
  }

  it('names who has approved a change as the catalog does', async () => {
    const { follower, open, store } = await start();
    await open();
    await store.approve('a', 'user:default/alma-reyes');
    await follower.run(signal);
    const steps = await store.stepsOf('a');
    expect(steps.find(({ id }) => id === 'checks')?.evidence).toEqual([
      'Approved by Alma',
    ]);
  });

  it('writes down where a change is', async () => {
    const { follower, open, stepsOf } = await start();
    await open();
    await follower.run(signal);
    expect(await stepsOf()).toEqual({
      proposed: 'done',
      checks: 'running',
      merged: 'waiting',
    });
  });

  it('looks at the one change that is asked for, and at none that has ended', async () => {
    const { follower, open, store, host, stepsOf } = await start();
    await open();
    await open({ id: 'b', hostname: 'brain.example.org' });
    await follower.look('b', { signal });
    expect([await stepsOf('a'), await stepsOf('b')]).toEqual([
      {},
      expect.objectContaining({ proposed: 'done' }),
    ]);
    await store.advance('b', { from: 'open', to: 'abandoned' });
    host.asked.length = 0;
    await follower.look('b', { signal });
    await follower.look('c', { signal });
    expect(host.asked).toEqual([]);
  });

  it('goes on with a branch that nobody writes any more', async () => {
    const { follower, store, world, stateOf } = await start();
    await store.begin(newLaunch());
    world.now = MINUTE_MS;
    await follower.run(signal);
    expect(await stateOf()).toBe('proposing');
    world.now = MINUTE_MS + 1;
    await follower.run(signal);
    expect(await stateOf()).toBe('open');
  });

  it('sees what was merged in git itself', async () => {
    const { follower, open, host, store, stepsOf } = await start();
    const { commit = '' } = await open();
    host.merged.set(commit, 'd'.repeat(40));
    await follower.run(signal);
    expect(await store.get('a', undefined)).toMatchObject({
      state: 'merged',
      mergeCommit: 'd'.repeat(40),
    });
    expect(await stepsOf()).toMatchObject({
      checks: 'skipped',
      merged: 'done',
      discovered: 'running',
    });
  });

  it('ends a change whose branch was deleted', async () => {
    const { follower, open, host, store } = await start();
    const { branch } = await open();
    host.branches.delete(branch);
    await follower.run(signal);
    expect(await store.get('a', undefined)).toMatchObject({
      state: 'abandoned',
      endReason: `The branch ${branch} was deleted, and its files are not in main`,
    });
  });

  it('ends a change when its commons answers', async () => {
    const { follower, open, host, store, world, told } = await start();
    const { commit = '', entityRef } = await open();
    host.merged.set(commit, 'd'.repeat(40));
    world.commons.set(entityRef, answering);
    await follower.run(signal);
    await follower.run(signal);
    expect(told).toEqual(['a is succeeded']);
    expect(await store.get('a', undefined)).toMatchObject({
      state: 'succeeded',
      endReason: expect.stringContaining('The commons answers'),
    });
  });

  it('stops at a database job that failed, and ends when nobody mends it', async () => {
    const { follower, open, host, store, world, stateOf, stepsOf, told } =
      await start();
    const { commit = '', entityRef } = await open();
    host.merged.set(commit, 'd'.repeat(40));
    const job = {
      checkId: 'inside:jobs:fence',
      service: 'fence',
      layer: 'inside',
      status: 'degraded',
      cause: 'job-failed',
      reason: 'needs fence-dbcreate, which failed 1 min ago',
    } as const;
    const checks = [job];
    world.commons.set(entityRef, { ...answering, hasCluster: true, checks });
    await follower.run(signal);
    expect(await stepsOf()).toMatchObject({
      jobs: 'failed',
      probes: 'waiting',
      login: 'waiting',
    });
    world.now = 29 * MINUTE_MS;
    await follower.run(signal);
    expect(await stateOf()).toBe('merged');
    world.now = 30 * MINUTE_MS;
    await follower.run(signal);
    expect(await store.get('a', undefined)).toMatchObject({
      state: 'failed',
      endReason: expect.stringContaining('fence needs fence-dbcreate'),
    });
    expect(told).toEqual(['a is stuck: jobs', 'a is failed']);
  });

  describe('of a change that was about to be merged here', () => {
    const move = { from: 'open', to: 'merged' } as const;

    it('waits for whoever merges it', async () => {
      const { follower, open, store, stateOf, stepsOf } = await start();
      await open();
      await store.advance('a', move);
      await follower.run(signal);
      expect(await stateOf()).toBe('merged');
      expect(await stepsOf()).toMatchObject({ merged: 'running' });
    });

    it('takes it back when they died before git had it', async () => {
      const { follower, open, store, stateOf, world } = await start();
      await open();
      await store.advance('a', move);
      world.now = 10 * MINUTE_MS + 1;
      await follower.run(signal);
      expect(await stateOf()).toBe('open');
    });

    it('learns the merge commit when they died after that', async () => {
      const { follower, open, store, host } = await start();
      const { commit = '' } = await open();
      await store.advance('a', move);
      host.merged.set(commit, 'd'.repeat(40));
      await follower.run(signal);
      expect(await store.get('a', undefined)).toMatchObject({
        state: 'merged',
        mergeCommit: 'd'.repeat(40),
      });
    });
  });

  it('follows the others when one cannot be followed', async () => {
    const { follower, open, store, logger, stepsOf } = await start();
    await store.begin(newLaunch({ hostname: 'lost.example.org', source: 'x' }));
    await store.advance('a', { from: 'proposing', to: 'open' });
    await open({ id: 'b', hostname: 'brain.example.org' });
    await follower.run(signal);
    expect(await stepsOf('b')).toMatchObject({ proposed: 'done' });
    expect(logger.warn).toHaveBeenCalledWith(
      'A change could not be followed',
      expect.objectContaining({ change: 'a' }),
    );
  });

  it('stops when the portal does', async () => {
    const { follower, open, host } = await start();
    await open();
    host.asked.length = 0;
    await follower.run(AbortSignal.abort());
    expect(host.asked).toEqual([]);
  });
});

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { ChangeRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import { migrate } from '../../__testUtils__/testDatabases';
import { waitUntil } from '../../__testUtils__/waitUntil';
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

/** An upgrade that waits for the change `a`. */
const afterA: ChangeRequest = {
  kind: 'upgrade',
  hostname: 'lung.example.org',
  release: '2026.10',
  imageTags: {},
  after: ['a'],
};

const answering: SightedCommons = {
  probing: 'on',
  hasCluster: false,
  loginSince: () => undefined,
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
    options: {
      host?: ReturnType<typeof createFakeHost>;
      /** By id of their source; all others are {@link host}. */
      hosts?: Record<string, ReturnType<typeof createFakeHost>>;
      limitMs?: number;
    } = {},
  ) {
    const { host = createFakeHost(), hosts = {}, limitMs } = options;
    const world = { now: 0, commons: new Map<string, SightedCommons>() };
    const now = () => world.now;
    const told: string[] = [];
    const knex = await migrate(await databases.init('SQLITE_3'));
    const store = DatabaseChangeStore.create({ knex, now });
    const logger = mockServices.logger.mock();
    const targets = ChangeTargets.create({
      targets: ['gitops', ...Object.keys(hosts)].map(id =>
        createTarget({ id }),
      ),
      createHost: ({ id }) => hosts[id] ?? host,
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
      limitMs,
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

  type World = Awaited<ReturnType<typeof start>>;

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

  it('proposes the next wave when somebody has seen the one before answer', async () => {
    const { follower, open, store, stateOf, world } = await start();
    await open();
    await store.begin(
      newLaunch({ id: 'b', hostname: 'lung.example.org', request: afterA }),
    );
    await follower.run(signal);
    expect(await stateOf('b')).toBe('proposing');

    world.commons.set('system:default/heart.example.org', answering);
    await store.advance('a', { from: 'open', to: 'merged' }, {});
    await store.advance('a', { from: 'merged', to: 'succeeded' }, {});
    await store.writeSteps('a', [
      { id: 'probes', state: 'done', evidence: [], advice: undefined },
    ]);
    await follower.run(signal);
    expect(await stateOf('b')).toBe('open');
  });

  describe('when the wave of a change at a host has come', () => {
    /** The change `a` has succeeded, `b` waits for it, and `c` is looked at before `b`. */
    async function startWaves(beforeB: (world: World) => Promise<unknown>) {
      const host = createFakeHost();
      const world = await start({
        host: {
          ...host,
          status: async options => {
            await beforeB(world);
            return host.status(options);
          },
        },
      });
      const { store, open } = world;
      await open();
      await store.advance('a', { from: 'open', to: 'merged' }, {});
      await store.advance('a', { from: 'merged', to: 'succeeded' }, {});
      await store.writeSteps('a', [
        { id: 'probes', state: 'done', evidence: [], advice: undefined },
      ]);
      await open({ id: 'c', hostname: 'kidney.example.org' });
      world.world.now += 1;
      await store.begin(
        newLaunch({
          id: 'b',
          hostname: 'lung.example.org',
          host: 'github',
          request: afterA,
        }),
      );
      return world;
    }

    it('calls its author once', async () => {
      const { follower, told, stateOf } = await startWaves(async () => {});
      await follower.run(signal);
      await follower.run(signal);
      expect(told).toEqual(['b is stuck: proposed']);
      expect(await stateOf('b')).toBe('proposing');
    });

    it.each(['open', 'abandoned'] as const)(
      'calls nobody who has made it %s in the same run',
      async to => {
        const { follower, told, stateOf, stepsOf } = await startWaves(
          ({ store }) => store.advance('b', { from: 'proposing', to }),
        );
        await follower.run(signal);
        expect(await stateOf('b')).toBe(to);
        expect(told).toEqual([]);
        expect(await stepsOf('b')).toEqual({});
      },
    );
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

  // It was stuck for one look, ran for another while, and people were told again and again.
  it('calls what is late stuck until it is done, and tells it once', async () => {
    const { follower, open, host, world, stepsOf, told } = await start();
    const { commit = '', entityRef } = await open();
    host.merged.set(commit, 'd'.repeat(40));
    const short = {
      checkId: 'inside:deployments:fence',
      service: 'fence',
      layer: 'inside',
      status: 'degraded',
      cause: 'short-of-pods',
      reason: 'has 0 of 1 pods ready',
    } as const;
    const see = async (minutes: number, checks: SightedCommons['checks']) => {
      world.now = minutes * MINUTE_MS;
      world.commons.set(entityRef, {
        ...answering,
        hasCluster: true,
        checks: [...answering.checks, ...checks],
      });
      await follower.run(signal);
      return (await stepsOf()).workloads;
    };
    expect(await see(0, [short])).toBe('running');
    expect(await see(21, [short])).toBe('stuck');
    expect(await see(22, [short])).toBe('stuck');
    expect(await see(50, [short])).toBe('stuck');
    expect(told).toEqual(['a is stuck: workloads']);
    const up = { ...short, status: 'up', cause: 'ok', reason: '' } as const;
    expect(await see(51, [up])).toBe('done');
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

  /** A host that never answers, and the branches that it was asked about. */
  function createHungHost() {
    const looked: string[] = [];
    const host = createFakeHost();
    host.status = async ({ branch, signal: given }) => {
      looked.push(branch);
      return new Promise((_, reject) =>
        given.addEventListener('abort', () => reject(given.reason)),
      );
    };
    return { host, looked };
  }

  // The oldest change took the time of all, in each run.
  it('gives up a host that hangs until the next look, which begins with the others of it', async () => {
    const hung = createHungHost();
    const { follower, open, logger } = await start({
      hosts: { hung: hung.host },
      limitMs: 20,
    });
    for (const id of ['a', 'b', 'c']) {
      const hostname = `${id}.example.org`;
      await open({ id, hostname, branch: `launch-${id}`, source: 'hung' });
    }
    await follower.run(signal);
    expect(hung.looked).toEqual(['launch-a']);
    expect(logger.warn.mock.calls).toEqual([
      [
        'A change could not be followed',
        {
          change: 'a',
          error: expect.stringContaining('no answer within 0.02 s'),
        },
      ],
    ]);

    await follower.run(signal);
    await follower.run(signal);
    await follower.run(signal);
    expect(hung.looked).toEqual([
      'launch-a',
      'launch-b',
      'launch-c',
      'launch-a',
    ]);
  });

  // Five hosts behind one broken line used up the five minutes of a run.
  it('looks at what is merged, and at other hosts, although several hang until the run is over', async () => {
    const one = createHungHost();
    const two = createHungHost();
    const { follower, open, store, stepsOf } = await start({
      hosts: { one: one.host, two: two.host },
      limitMs: 60_000,
    });
    const sources = { a: 'one', b: 'two', c: 'one', d: 'gitops' };
    for (const [id, source] of Object.entries(sources)) {
      const hostname = `${id}.example.org`;
      await open({ id, hostname, branch: `launch-${id}`, source });
    }
    await store.advance(
      'c',
      { from: 'open', to: 'merged' },
      { mergeCommit: 'd'.repeat(40) },
    );
    const stopping = new AbortController();
    const run = follower.run(stopping.signal);
    await waitUntil(
      async () =>
        one.looked.length === 1 &&
        two.looked.length === 1 &&
        (await stepsOf('d')).proposed === 'done',
    );
    expect(await stepsOf('c')).toMatchObject({ merged: 'done' });
    stopping.abort();
    await run;
  });

  it('stops when the portal does', async () => {
    const { follower, open, host } = await start();
    await open();
    host.asked.length = 0;
    await follower.run(AbortSignal.abort());
    expect(host.asked).toEqual([]);
  });
});

import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { commonsOf } from '../__testUtils__/readings';
import { untilWaiting } from '../__testUtils__/untilWaiting';
import { DatabaseSourceStore } from './DatabaseSourceStore';
import { StoredMember } from './SourceStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-22T10:10:00.000Z';
const sourceId = 'git';

const member = (name: string, facts: Partial<StoredMember> = {}) => ({
  member: name,
  commons: commonsOf(`${name}.example.org`),
  findings: [],
  ...facts,
});

async function createStore(databaseId: TestDatabaseId) {
  const knex = await databases.init(databaseId);
  const database = mockServices.database({ knex });
  const create = () => DatabaseSourceStore.create({ database });
  return { knex, create, store: await create() };
}

const begin = (store: DatabaseSourceStore) =>
  store.beginTry({ sourceId, at: AT, runningUntil: LATER });

const READING = { sourceId, at: AT, version: 'abc', fingerprint: 'f' };

const record = (store: DatabaseSourceStore, members: StoredMember[]) =>
  store.recordReading({ ...READING, members });

describe.each(databases.eachSupportedId())('DatabaseSourceStore, %p', id => {
  it('knows nothing at first', async () => {
    const { store } = await createStore(id);
    expect(await store.readSources([sourceId])).toEqual({
      revision: 0,
      sources: new Map(),
    });
    expect(await begin(store)).toEqual({
      sourceId,
      lastTryAt: AT,
      runningUntil: LATER,
      members: [],
    });
  });

  it('gives back what a reading said, sorted, also to another replica', async () => {
    const { store, create } = await createStore(id);
    const quarantined = member('b', {
      quarantine: {
        since: AT,
        finding: { severity: 'error', code: 'x', message: 'm', fix: 'f' },
      },
    });
    await begin(store);
    await record(store, [quarantined, member('a')]);

    const replica = await create();
    const { sources } = await replica.readSources([sourceId]);
    expect(sources.get(sourceId)).toEqual({
      sourceId,
      lastTryAt: AT,
      lastGoodAt: AT,
      version: 'abc',
      fingerprint: 'f',
      members: [member('a'), quarantined],
    });
  });

  // A source that was removed from config was parsed at every run of the others, and could keep them from being published.
  it('does not read sources that nobody asks for', async () => {
    const { store, knex } = await createStore(id);
    const old = { ...READING, sourceId: 'old', members: [member('b')] };
    await begin(store);
    await store.beginTry({ sourceId: 'old', at: AT, runningUntil: LATER });
    await record(store, [member('a')]);
    await store.recordReading(old);
    await knex('gen3_source_members')
      .where({ source_id: 'old' })
      .update({ commons_json: 'not understood' });
    const { sources } = await store.readSources([sourceId]);
    expect([...sources.keys()]).toEqual([sourceId]);
    await expect(store.readSources(['old'])).rejects.toThrow();
  });

  it('raises the revision only when members differ', async () => {
    const { store } = await createStore(id);
    await begin(store);
    await record(store, [member('a'), member('b')]);
    await record(store, [member('b'), member('a')]);
    expect(await store.readRevision()).toBe(1);
    await record(store, [member('a')]);
    await record(store, [member('a', { findings: [] })]);
    expect(await store.readRevision()).toBe(2);
  });

  it('keeps members and the last good time when a try fails', async () => {
    const { store } = await createStore(id);
    await begin(store);
    await record(store, [member('a')]);
    await store.beginTry({ sourceId, at: LATER, runningUntil: LATER });
    await store.recordFailure({ sourceId, error: 'gone' });
    expect(
      (await store.readSources([sourceId])).sources.get(sourceId),
    ).toMatchObject({
      lastTryAt: LATER,
      lastGoodAt: AT,
      error: 'gone',
      members: [{ member: 'a' }],
    });
    await store.recordUnchanged({ sourceId, at: LATER });
    const after = (await store.readSources([sourceId])).sources.get(sourceId);
    expect(after).toMatchObject({ lastGoodAt: LATER, version: 'abc' });
    expect(after?.error).toBeUndefined();
  });

  it('remembers what is held and what was confirmed until a reading is taken', async () => {
    const { store } = await createStore(id);
    await begin(store);
    expect(await store.confirmDrop({ sourceId })).toEqual({
      kind: 'nothing-held',
    });
    const held = { since: AT, wouldDrop: ['a'], of: 2, maxDropPercent: 20 };
    await store.recordHeld({ sourceId, held });
    expect(await store.confirmDrop({ sourceId })).toEqual({
      kind: 'confirmed',
    });
    expect(await begin(store)).toMatchObject({ held, confirmed: ['a'] });
    await record(store, []);
    const after = await begin(store);
    expect(after.held).toBeUndefined();
    expect(after.confirmed).toBeUndefined();
  });

  it('adds to what was confirmed, and keeps what concerns the part that is held on', async () => {
    const { store } = await createStore(id);
    const wouldDrop = ['a', 'b', 'c'];
    const held = { since: AT, wouldDrop, of: 9, maxDropPercent: 20 };
    const confirm = (...hostnames: string[]) =>
      store.confirmDrop({ sourceId, hostnames });
    await begin(store);
    await store.recordHeld({ sourceId, held });
    await confirm('a');
    await confirm('b', 'a');
    expect((await begin(store)).confirmed).toEqual(['a', 'b']);
    expect(await confirm('c', 'x')).toEqual({
      kind: 'not-held',
      hostnames: ['x'],
    });
    expect((await begin(store)).confirmed).toEqual(['a', 'b']);

    const rest = { ...held, wouldDrop: ['b', 'c'] };
    await store.recordReading({
      sourceId,
      at: AT,
      fingerprint: 'f',
      members: [],
      held: rest,
    });
    expect(await begin(store)).toMatchObject({ held: rest, confirmed: ['b'] });
  });

  it('keeps a thousand members', async () => {
    const { store } = await createStore(id);
    const many = Array.from({ length: 1_000 }, (_, i) => member(`m${i}`));
    await begin(store);
    await record(store, many);
    await record(store, many.slice(0, 10));
    expect(
      (await store.readSources([sourceId])).sources.get(sourceId)?.members,
    ).toHaveLength(10);
  });

  it('remembers what was handed over', async () => {
    const { store } = await createStore(id);
    expect(await store.readEmissions()).toEqual(new Map());
    const first = { hash: 'one', handedOverAt: AT };
    await store.beginEmissions([sourceId, 'list']);
    await store.recordEmission({ sourceId, ...first });
    expect(Object.fromEntries(await store.readEmissions())).toEqual({
      [sourceId]: first,
      list: {},
    });
    await store.beginEmissions([sourceId]);
    expect((await store.readEmissions()).get(sourceId)).toEqual({
      handedOverAt: AT,
    });
    const second = { hash: 'two', handedOverAt: LATER };
    await store.recordEmission({ sourceId, ...second });
    expect((await store.readEmissions()).get(sourceId)).toEqual(second);
  });

  it('runs one piece of exclusive work at a time, also of two replicas, and goes on after a failure', async () => {
    const { store, create } = await createStore(id);
    const replica = await create();
    const steps: string[] = [];
    let open = () => {};
    const gate = new Promise<void>(resolve => {
      open = resolve;
    });
    let sayBegun = () => {};
    const begun = new Promise<void>(resolve => {
      sayBegun = resolve;
    });
    const first = store.runExclusively(async () => {
      steps.push('first begins');
      sayBegun();
      await gate;
      steps.push('first ends');
      throw new Error('first failed');
    });
    // Two that ask at the same moment may begin in either order.
    await begun;
    const second = replica.runExclusively(async () => {
      steps.push('second begins');
      return replica.readRevision();
    });
    // The work of one may use the store while the other waits.
    await store.readSources([sourceId]);
    await replica.readSources([sourceId]);
    expect(steps).toEqual(['first begins']);
    open();
    await expect(first).rejects.toThrow('first failed');
    expect(await second).toBe(0);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins']);
  });

  it('gives overviews without members, and the members that concern one commons', async () => {
    const { store } = await createStore(id);
    const finding = {
      severity: 'error' as const,
      code: 'x',
      message: 'm',
      fix: 'f',
    };
    const claims = {
      member: 'copy',
      findings: [],
      quarantine: { since: AT, finding, hostname: 'a.example.org' },
    };
    const a = member('a', { findings: [finding] });
    await begin(store);
    expect((await store.readOverviews()).get(sourceId)).toEqual({
      sourceId,
      lastTryAt: AT,
      runningUntil: LATER,
    });
    await record(store, [a, member('b'), claims]);
    const comparison = { findings: [{ ...finding, member: 'b' }], total: 1 };
    await store.recordComparison(new Map([[sourceId, comparison]]));

    expect((await store.readOverviews()).get(sourceId)).toMatchObject({
      version: 'abc',
      summary: {
        counts: { commons: 2, services: 4, clusters: 0, quarantined: 1 },
        quarantined: [{ member: 'copy', served: false }],
        findings: [{ member: 'a' }],
        total: 1,
      },
      comparison,
    });
    expect([...(await store.readMembersOf('a.example.org'))]).toEqual([
      [sourceId, [a, claims]],
    ]);
    expect((await store.readMembersOf('c.example.org')).size).toBe(0);

    await store.recordComparison(
      new Map([[sourceId, { findings: [], total: 0 }]]),
    );
    expect(
      (await store.readOverviews()).get(sourceId)?.comparison,
    ).toBeUndefined();
  });

  if (id.startsWith('POSTGRES')) {
    // Each read what was confirmed before the other wrote, and the later one wrote over the earlier one's.
    it('loses nothing when two people confirm together, or one while a reading is recorded', async () => {
      const { store, knex } = await createStore(id);
      const wouldDrop = ['a', 'b', 'c'];
      const held = { since: AT, wouldDrop, of: 9, maxDropPercent: 20 };
      await begin(store);
      await store.recordHeld({ sourceId, held });
      const atOnce = async (work: Array<() => Promise<unknown>>) => {
        const done = await knex.transaction(async tx => {
          await tx('gen3_sources').where({ source_id: sourceId }).forUpdate();
          const started: Array<Promise<unknown>> = [];
          for (const start of work) {
            started.push(start());
            // One after the other: they get the lock in this order.
            await untilWaiting(knex, started.length);
          }
          return { started };
        });
        await Promise.all(done.started);
      };
      const confirm = (hostname: string) => () =>
        store.confirmDrop({ sourceId, hostnames: [hostname] });

      await atOnce([confirm('a'), confirm('b')]);
      expect((await begin(store)).confirmed).toEqual(['a', 'b']);

      const rest = { ...held, wouldDrop: ['b', 'c'] };
      const reading = { sourceId, at: AT, fingerprint: 'f', members: [] };
      await atOnce([
        confirm('c'),
        () => store.recordReading({ ...reading, held: rest }),
      ]);
      expect((await begin(store)).confirmed).toEqual(['b', 'c']);
    });

    it('finds the members of a commons by index', async () => {
      const { knex } = await createStore(id);
      const text: string = await knex.transaction(async tx => {
        // Tables as small as these are read whole otherwise.
        await tx.raw('set local enable_seqscan = off');
        const plan = await tx.raw(
          `explain (format json) ${tx('gen3_source_members')
            .where({ hostname: 'a' })
            .orWhere({ claimed_hostname: 'a' })
            .toQuery()}`,
        );
        return JSON.stringify(plan.rows);
      });
      expect(text).toContain('gen3_source_members_hostname_idx');
      expect(text).toContain('gen3_source_members_claimed_hostname_idx');
    });
  }

  it('refuses what it does not understand', async () => {
    const { store, knex } = await createStore(id);
    await begin(store);
    await record(store, [member('a')]);
    await knex('gen3_source_members').update({ commons_json: '{"host":1}' });
    await expect(store.readSources([sourceId])).rejects.toThrow(/hostname/);
  });
});

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { commonsOf } from '../__testUtils__/readings';
import { untilWaiting } from '../__testUtils__/untilWaiting';
import { DatabaseSourceStore } from './DatabaseSourceStore';
import { fillColumns } from './fillColumns';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const AT = '2026-11-22T10:00:00.000Z';
const sourceId = 'git';

const reading = (hostname: string) => ({
  sourceId,
  at: AT,
  fingerprint: 'f',
  members: [{ member: 'one', commons: commonsOf(hostname), findings: [] }],
});

describe.each(databases.eachSupportedId())('fillColumns, %p', id => {
  /** A source that an older version has read. */
  async function createOld() {
    const knex = await databases.init(id);
    const database = mockServices.database({ knex });
    const store = await DatabaseSourceStore.create({ database });
    await store.beginTry({ sourceId, at: AT, runningUntil: AT });
    await store.recordReading(reading('a.example.org'));
    await knex('gen3_sources').update({ summary_json: null });
    await knex('gen3_source_members').update({ hostname: null });
    return { knex, database, store };
  }

  it('sums up what a version without summaries has read', async () => {
    const { database } = await createOld();
    const newer = await DatabaseSourceStore.create({ database });
    expect((await newer.readOverviews()).get(sourceId)).toMatchObject({
      summary: { counts: { commons: 1 } },
    });
    expect((await newer.readMembersOf('a.example.org')).size).toBe(1);
  });

  // SQLite has one connection, and so one start at a time.
  if (!id.startsWith('POSTGRES')) {
    return;
  }

  /** Has work begin while nobody can write members, so that all of it has read before any of it writes. */
  async function atOnce(knex: Knex, work: Array<() => Promise<void>>) {
    const { started } = await knex.transaction(async tx => {
      await tx('gen3_source_members').forUpdate();
      const begun: Array<Promise<void>> = [];
      for (const begin of work) {
        begun.push(begin());
        // One after the other: they get their locks in this order.
        await untilWaiting(knex, begun.length);
      }
      return { started: Promise.allSettled(begun) };
    });
    return (await started).map(({ status }) => status);
  }

  const hostnames = async (knex: Knex) =>
    knex('gen3_source_members').pluck('hostname');

  // Both wrote the same members, and the start of the second replica failed.
  it('two replicas may start at once', async () => {
    const { knex } = await createOld();
    const fill = () => fillColumns(knex);
    expect(await atOnce(knex, [fill, fill])).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
    expect(await hostnames(knex)).toEqual(['a.example.org']);
  });

  it('a reading that another replica records meanwhile stays', async () => {
    const { knex, store } = await createOld();
    const record = () => store.recordReading(reading('b.example.org'));
    const fill = () => fillColumns(knex);
    expect(await atOnce(knex, [fill, record])).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
    expect(await hostnames(knex)).toEqual(['b.example.org']);
    expect((await store.readOverviews()).get(sourceId)?.summary).toBeDefined();
  });
});

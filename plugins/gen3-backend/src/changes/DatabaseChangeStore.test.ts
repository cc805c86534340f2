import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { z } from 'zod';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { newLaunch } from './__testUtils__/changeRecords';
import type { NewChange } from './ChangeStore';
import { DatabaseChangeStore } from './DatabaseChangeStore';

jest.setTimeout(60_000);

const launch = (id: string, given: Partial<NewChange> = {}) =>
  newLaunch({ id, ...given });

const everything = {
  limit: 20,
  cursor: undefined,
  state: undefined,
  kind: undefined,
  hostname: undefined,
};

describe('DatabaseChangeStore', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    let knex: Knex;
    let now: number;
    let store: DatabaseChangeStore;

    beforeEach(async () => {
      knex = await migrate(await databases.init(databaseId));
      now = 1_000;
      store = DatabaseChangeStore.create({ knex, now: () => now });
    });

    it('gives back what was written', async () => {
      const record = await store.begin(launch('a'));
      expect(record).toEqual({
        ...launch('a'),
        state: 'proposing',
        createdAt: 1_000,
        updatedAt: 1_000,
        endedAt: undefined,
        endReason: undefined,
        mergeCommit: undefined,
      });
      expect(await store.get('a', undefined)).toEqual(record);
    });

    it('keeps the files of a change whole until it has ended, and their secrets no longer', async () => {
      const text = (tag: string) => `tag: "${tag}"\npassword: "Geheim-1234"\n`;
      const files = [
        { path: 'a.yaml', before: text('1'), after: text('2') },
        { path: 'b.yaml', after: 'b: 1\n' },
      ];
      await store.begin(launch('a', { files }));
      await store.advance('a', { from: 'proposing', to: 'merged' });
      expect((await store.get('a', undefined))?.files).toEqual(files);
      await store.advance('a', { from: 'open', to: 'failed' });
      expect((await store.get('a', undefined))?.files).toEqual(files);

      await store.advance('a', { from: 'merged', to: 'succeeded' });
      expect((await store.get('a', undefined))?.files).toEqual([
        {
          path: 'a.yaml',
          before: 'tag: "1"\n<hidden>\n',
          after: 'tag: "2"\n<hidden>\n',
        },
        files[1],
      ]);
      expect(JSON.stringify(await knex('gen3_changes'))).not.toContain(
        'Geheim',
      );
    });

    it('reads changes that another version of the portal has written, and says once what of them it leaves out', async () => {
      const logger = mockServices.logger.mock();
      const other = DatabaseChangeStore.create({ knex, logger });
      await store.begin(launch('a', { hostname: 'a.example.org' }));
      await store.begin(launch('b', { hostname: 'b.example.org' }));
      const row: unknown = await knex('gen3_changes')
        .where({ id: 'a' })
        .first();
      const { request_json } = z
        .object({ request_json: z.string() })
        .parse(row);
      const request = z
        .object({
          kind: z.string(),
          answers: z.record(z.string(), z.unknown()),
        })
        .parse(JSON.parse(request_json));
      const answers = {
        ...request.answers,
        hostname: 'a\n.example.org',
        title: 'The Heart',
        colour: 'red',
        bundles: ['punched-cards'],
      };
      await knex('gen3_changes')
        .where({ id: 'a' })
        .update({ request_json: JSON.stringify({ ...request, answers }) });
      await knex('gen3_changes')
        .where({ id: 'b' })
        .update({
          kind: 'upgrade',
          request_json: JSON.stringify({
            kind: 'upgrade',
            hostname: 'b.example.org',
            release: 'november',
            reviewer: 'tomas',
            after: ['c'],
          }),
        });

      const page = await other.list(everything, undefined);
      const ongoing = await other.listOngoing();

      expect(page.records.map(({ id }) => id).sort()).toEqual(['a', 'b']);
      const [a, b] = [...ongoing].sort((x, y) => (x.id < y.id ? -1 : 1));
      expect(a).toMatchObject({
        request: {
          kind: 'launch',
          answers: { hostname: 'a.example.org', title: 'The Heart' },
        },
        unread: ['hostname', 'bundles', 'colour'],
      });
      expect(b?.request).toEqual({
        kind: 'upgrade',
        hostname: 'b.example.org',
        release: 'november',
        imageTags: {},
        after: ['c'],
      });
      expect(logger.warn.mock.calls).toEqual([
        [
          expect.stringContaining('leaves out'),
          { change: 'a', answers: 'hostname, bundles, colour' },
        ],
      ]);
    });

    it('lets exactly one of two begin a change of the same commons', async () => {
      const results = await Promise.allSettled([
        store.begin(launch('a')),
        store.begin(launch('b', { author: 'user:default/tomas' })),
      ]);
      const [refused] = results.flatMap(result =>
        result.status === 'rejected' ? [result.reason] : [],
      );
      expect(results.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(refused).toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('has a change that has not ended'),
      });
      expect((await store.list(everything, undefined)).totalItems).toBe(1);
    });

    it('lets the next begin once the first has ended', async () => {
      await store.begin(launch('a'));
      await store.advance(
        'a',
        { from: 'proposing', to: 'abandoned' },
        { endReason: 'Closed by tomas.' },
      );
      await store.begin(launch('b'));
      expect(await store.get('a', undefined)).toMatchObject({
        state: 'abandoned',
        endedAt: 1_000,
        endReason: 'Closed by tomas.',
      });
      expect((await store.findOpen('heart.example.org'))?.id).toBe('b');
    });

    it('finds the change of a key again, for its author only', async () => {
      const key = 'task-1234';
      await store.begin(launch('a', { idempotencyKey: key }));
      const find = async (by: string) => (await store.findByKey(key, by))?.id;
      expect(await find('user:default/alma')).toBe('a');
      expect(await find('user:default/tomas')).toBeUndefined();
      expect(await store.findByKey(undefined, 'x')).toBeUndefined();
      const other = { idempotencyKey: key, hostname: 'b.example.org' };
      await expect(store.begin(launch('b', other))).rejects.toThrow(/same key/);
    });

    it('moves a change on only from the state that the caller knows', async () => {
      await store.begin(launch('a'));
      const move = { from: 'proposing', to: 'open' } as const;
      expect(await store.advance('a', move, { commit: 'c'.repeat(40) })).toBe(
        true,
      );
      expect(await store.advance('a', move)).toBe(false);
      expect(await store.get('a', undefined)).toMatchObject({
        state: 'open',
        commit: 'c'.repeat(40),
      });
    });

    it('hides what the caller may not see', async () => {
      await store.begin(launch('a'));
      const access = { column: 'owner', values: ['group:default/b'] } as const;
      const filter = { ...access, values: [...access.values] };
      expect(await store.get('a', filter)).toBeUndefined();
      expect(await store.list(everything, filter)).toEqual({
        records: [],
        totalItems: 0,
      });
    });

    it('pages the newest first', async () => {
      for (const id of ['a', 'b', 'c']) {
        now += 1;
        // One after the other: the order is what is tested.
        await store.begin(launch(id, { hostname: `${id}.example.org` }));
      }
      const first = await store.list({ ...everything, limit: 2 }, undefined);
      const second = await store.list(
        { ...everything, limit: 2, cursor: first.nextCursor },
        undefined,
      );
      expect(
        [first, second].map(page => page.records.map(({ id }) => id)),
      ).toEqual([['c', 'b'], ['a']]);
      expect([first.totalItems, second.nextCursor]).toEqual([3, undefined]);
    });

    it('filters by state, kind and hostname', async () => {
      await store.begin(launch('a'));
      await store.begin(launch('b', { hostname: 'b.example.org' }));
      await store.advance('b', { from: 'proposing', to: 'failed' });
      const idsOf = async (query: object) =>
        (await store.list({ ...everything, ...query }, undefined)).records.map(
          ({ id }) => id,
        );
      expect(await idsOf({ state: 'ongoing' })).toEqual(['a']);
      expect(await idsOf({ state: 'failed' })).toEqual(['b']);
      expect(await idsOf({ kind: 'retire' })).toEqual([]);
      expect(await idsOf({ hostname: 'b.example.org' })).toEqual(['b']);
      expect((await store.listOngoing()).map(({ id }) => id)).toEqual(['a']);
    });

    it('counts one approval of each person', async () => {
      await store.begin(launch('a'));
      await store.approve('a', 'user:default/tomas');
      now = 2_000;
      await store.approve('a', 'user:default/tomas');
      expect(await store.approvalsOf('a')).toEqual([
        { by: 'user:default/tomas', at: 1_000 },
      ]);
    });

    it('remembers since when a step is as it is', async () => {
      await store.begin(launch('a'));
      const step = { id: 'merged', evidence: [], advice: undefined } as const;
      const waiting = { ...step, evidence: [], state: 'waiting' } as const;
      await store.writeSteps('a', [{ ...waiting, evidence: [] }]);
      now = 2_000;
      await store.writeSteps('a', [{ ...waiting, evidence: ['Still open'] }]);
      expect(await store.stepsOf('a')).toEqual([
        { ...waiting, since: 1_000, evidence: ['Still open'] },
      ]);
      now = 3_000;
      await store.writeSteps('a', [{ ...step, evidence: [], state: 'done' }]);
      expect(await store.stepsOf('a')).toMatchObject([
        { state: 'done', since: 3_000 },
      ]);
    });

    it('does not take back a step that is done', async () => {
      await store.begin(launch('a'));
      const step = { id: 'merged', advice: undefined } as const;
      const waiting = { ...step, state: 'waiting' } as const;
      const done = { ...step, state: 'done' } as const;
      await store.writeSteps('a', [{ ...done, evidence: ['Merged'] }]);
      // Whoever looked before it was merged writes what they saw.
      await store.writeSteps('a', [{ ...waiting, evidence: [] }]);
      expect(await store.stepsOf('a')).toEqual([
        { ...done, since: 1_000, evidence: ['Merged'] },
      ]);
      await store.writeSteps('a', [{ ...done, evidence: ['By Tomas'] }]);
      expect(await store.stepsOf('a')).toMatchObject([
        { state: 'done', evidence: ['By Tomas'] },
      ]);
    });

    it('gives the steps of several changes at once', async () => {
      await store.begin(launch('a'));
      await store.begin(launch('b', { hostname: 'b.example.org' }));
      const step = { evidence: [], advice: undefined, state: 'done' } as const;
      await store.writeSteps('a', [
        { ...step, id: 'proposed', evidence: [] },
        { ...step, id: 'checks', evidence: [] },
      ]);
      await store.writeSteps('b', [{ ...step, id: 'merged', evidence: [] }]);
      const steps = await store.stepsOfEach(['a', 'b', 'c']);
      expect(
        [...steps].map(([id, each]) => [id, each.map(({ id: of }) => of)]),
      ).toEqual(
        expect.arrayContaining([
          ['a', expect.arrayContaining(['proposed', 'checks'])],
          ['b', ['merged']],
        ]),
      );
      expect(steps.size).toBe(2);
    });
  });
});

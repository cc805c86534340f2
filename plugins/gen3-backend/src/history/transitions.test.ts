import type { Knex } from 'knex';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import {
  listTransitions,
  pruneTransitions,
  recordTransitions,
} from './transitions';

jest.setTimeout(60_000);

const HEART = 'system:default/heart.example';
const transition = {
  subject: 'commons',
  to: 'down',
  cause: 'http-status',
  reason: 'Log-in is down: fence answers 500',
} as const;

describe('transitions', () => {
  const databases = createTestDatabases();
  const { signal } = new AbortController();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;
    const record = (at: number, count: number) =>
      recordTransitions(knex, HEART, {
        at,
        transitions: Array.from({ length: count }, () => transition),
      });

    beforeAll(async () => {
      knex = await migrate(await databases.init(id));
    });

    it('are read back newest first, bounded', async () => {
      await record(1_000, 1);
      await recordTransitions(knex, HEART, {
        at: 2_000,
        transitions: [
          { ...transition, from: 'down', to: 'up' },
          { ...transition, subject: 'service:fence' },
        ],
      });
      expect(await listTransitions(knex, HEART, 2)).toEqual([
        {
          ...transition,
          subject: 'service:fence',
          at: '1970-01-01T00:00:02.000Z',
          from: undefined,
        },
        {
          ...transition,
          at: '1970-01-01T00:00:02.000Z',
          from: 'down',
          to: 'up',
        },
      ]);
      expect(await listTransitions(knex, 'system:default/other', 2)).toEqual(
        [],
      );
    });

    it('are forgotten when they are too old, in bounded statements', async () => {
      await record(500, 2_300);
      const deletes: unknown[] = [];
      knex.on('query', ({ sql }: { sql: string }) => {
        if (/^delete/i.test(sql)) {
          deletes.push(sql);
        }
      });
      expect(await pruneTransitions(knex, { before: 1_000, signal })).toBe(
        2_300,
      );
      knex.removeAllListeners('query');
      expect(deletes).toHaveLength(3);
      expect(await listTransitions(knex, HEART, 10)).toHaveLength(3);
    });

    it('stop being forgotten when the task is cancelled', async () => {
      await expect(
        pruneTransitions(knex, {
          before: 1_000,
          signal: AbortSignal.abort(new Error('cancelled')),
        }),
      ).rejects.toThrow('cancelled');
    });
  });
});

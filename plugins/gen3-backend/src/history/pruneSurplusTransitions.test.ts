import type { Knex } from 'knex';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { TABLES } from '../database/tables';
import { pruneSurplusTransitions } from './pruneSurplusTransitions';

jest.setTimeout(60_000);

describe('pruneSurplusTransitions', () => {
  const databases = createTestDatabases();
  const { signal } = new AbortController();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;
    /** Transitions at 1, 2, 3, ... */
    const record = async (host: string, subject: string, count: number) => {
      const rows = Array.from({ length: count }, (_, i) => ({
        entity_ref: `system:default/${host}`,
        at: i + 1,
        subject,
        to: 'down',
        cause: 'http-status',
        reason: '',
      }));
      await knex.batchInsert(TABLES.transitions, rows, 200);
    };
    const left = async (host: string, subject: string) =>
      (
        await knex(TABLES.transitions)
          .where({ entity_ref: `system:default/${host}`, subject })
          .orderBy('at')
          .select('at')
      ).map(row => Number(row.at));

    beforeEach(async () => {
      knex = await migrate(await databases.init(id));
      await knex(TABLES.transitions).delete();
    });

    it('keeps the newest of each subject, of each commons', async () => {
      await record('heart.example', 'service:fence', 5);
      await record('heart.example', 'commons', 2);
      await record('lung.example', 'service:fence', 3);
      const options = { keep: 3, before: 100, signal };
      expect(await pruneSurplusTransitions(knex, options)).toBe(2);
      expect(await left('heart.example', 'service:fence')).toEqual([3, 4, 5]);
      expect(await left('heart.example', 'commons')).toEqual([1, 2]);
      expect(await left('lung.example', 'service:fence')).toEqual([1, 2, 3]);
      expect(await pruneSurplusTransitions(knex, options)).toBe(0);
    });

    it('keeps more of them while they are young', async () => {
      await record('heart.example', 'commons', 6);
      await pruneSurplusTransitions(knex, { keep: 2, before: 3, signal });
      expect(await left('heart.example', 'commons')).toEqual([3, 4, 5, 6]);
    });

    it('deletes in bounded statements, and stops when it is cancelled', async () => {
      await record('heart.example', 'commons', 2_310);
      const deletes: unknown[] = [];
      knex.on('query', ({ sql }: { sql: string }) => {
        if (/^delete/i.test(sql)) {
          deletes.push(sql);
        }
      });
      const options = { keep: 10, before: 10_000 };
      await expect(
        pruneSurplusTransitions(knex, {
          ...options,
          signal: AbortSignal.abort(new Error('cancelled')),
        }),
      ).rejects.toThrow('cancelled');
      expect(deletes).toHaveLength(0);
      await pruneSurplusTransitions(knex, { ...options, signal });
      knex.removeAllListeners('query');
      expect(deletes).toHaveLength(3);
      expect(await left('heart.example', 'commons')).toHaveLength(10);
    });
  });
});

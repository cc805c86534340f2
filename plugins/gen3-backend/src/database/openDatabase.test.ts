import { mockServices } from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './openDatabase';

describe('openDatabase', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gen3-database-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('lets SQLite write ahead, so that no round waits for the disk', async () => {
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'gen3.sqlite') },
      useNullAsDefault: true,
    });
    try {
      await openDatabase(
        mockServices.database({ knex, migrations: { skip: false } }),
      );
      expect(await knex.raw('pragma journal_mode')).toEqual([
        { journal_mode: 'wal' },
      ]);
      // Not full: that would wait for the disk at each write all the same.
      expect(await knex.raw('pragma synchronous')).toEqual([
        { synchronous: 1 },
      ]);
    } finally {
      await knex.destroy();
    }
  });
});

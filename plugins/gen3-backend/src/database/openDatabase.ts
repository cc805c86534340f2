import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Folder of the plugin's migrations. */
export const migrationsFolder = (): string =>
  resolvePackagePath('@gen3-csoc/backstage-plugin-gen3-backend', 'migrations');

/** Client of the plugin's database, migrated unless the deployment does that itself. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (knex.client.config.client === 'better-sqlite3') {
    // Rounds are written all the time, and all else waits meanwhile: with a log that is written ahead, none of them waits for
    // the disk. A power cut may lose the last rounds, which are asked again, and breaks nothing (https://sqlite.org/wal.html).
    await knex.raw('pragma journal_mode = wal');
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsFolder() });
  }
  return knex;
}

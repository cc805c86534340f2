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
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsFolder() });
  }
  return knex;
}

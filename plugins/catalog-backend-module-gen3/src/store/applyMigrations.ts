import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Migrations of this module; also used by tests. */
export const migrationsDirectory = () =>
  resolvePackagePath(
    '@gen3-csoc/backstage-plugin-catalog-backend-module-gen3',
    'migrations',
  );

/** The module shares the catalog's database, so it counts its migrations in a table of its own. */
export const MIGRATIONS_TABLE = 'gen3_knex_migrations';

/** Brings the tables of this module up to date. Safe with several replicas: knex takes a lock. */
export async function applyMigrations(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: migrationsDirectory(),
    tableName: MIGRATIONS_TABLE,
  });
}

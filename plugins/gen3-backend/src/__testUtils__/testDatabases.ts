import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrationsFolder } from '../database/openDatabase';

/** The engines that stores are tested on. */
export const createTestDatabases = (): TestDatabases =>
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** Brings a database to the newest schema. */
export async function migrate(knex: Knex): Promise<Knex> {
  await knex.migrate.latest({ directory: migrationsFolder() });
  return knex;
}

import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { migrationsFolder } from './openDatabase';
import { TABLES } from './tables';

jest.setTimeout(60_000);

describe('migrations', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'makes every table and takes it away again, %p',
    async id => {
      const knex = await databases.init(id);
      await migrate(knex);
      for (const table of Object.values(TABLES)) {
        expect(await knex.schema.hasTable(table)).toBe(true);
      }

      await knex.migrate.rollback({ directory: migrationsFolder() }, true);
      for (const table of Object.values(TABLES)) {
        expect(await knex.schema.hasTable(table)).toBe(false);
      }

      await migrate(knex);
      expect(await knex.schema.hasTable(TABLES.commons)).toBe(true);
    },
  );
});

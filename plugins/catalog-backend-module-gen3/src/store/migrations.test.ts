import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { readdirSync } from 'node:fs';
import { MIGRATIONS_TABLE, migrationsDirectory } from './applyMigrations';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const migrations = {
  directory: migrationsDirectory(),
  tableName: MIGRATIONS_TABLE,
};

/** Applies all migrations that come before one. */
async function migrateUntilBefore(knex: Knex, target: string): Promise<void> {
  const before = readdirSync(migrationsDirectory())
    .sort()
    .filter(file => file < target);
  for (const _ of before) {
    // One after the other: each builds on the one before.
    await knex.migrate.up(migrations);
  }
}

describe.each(databases.eachSupportedId())('migrations, %p', databaseId => {
  it('20261122100000_sources.js', async () => {
    const knex = await databases.init(databaseId);
    await migrateUntilBefore(knex, '20261122100000_sources.js');
    await knex.migrate.up(migrations);

    await knex('gen3_sources').insert({ source_id: 'git' });
    const member = { source_id: 'git', member: 'a', findings_json: '[]' };
    await knex('gen3_source_members').insert(member);
    await knex('gen3_emissions').insert({ source_id: 'git', hash: 'x' });
    await expect(
      knex('gen3_source_members').insert(member),
    ).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
    expect(await knex('gen3_revision')).toEqual([{ id: 1, revision: 0 }]);

    await knex('gen3_sources').delete();
    expect(await knex('gen3_source_members')).toEqual([]);

    await knex.migrate.down(migrations);
    expect(await knex.schema.hasTable('gen3_sources')).toBe(false);
    await knex.migrate.up(migrations);
    expect(await knex('gen3_sources')).toEqual([]);
  });

  it('20261125100000_incomplete_readings.js', async () => {
    const knex = await databases.init(databaseId);
    await migrateUntilBefore(knex, '20261125100000_incomplete_readings.js');
    await knex('gen3_sources').insert({ source_id: 'git' });
    await knex('gen3_source_members').insert([
      { source_id: 'git', member: 'whole', findings_json: '[]' },
      {
        source_id: 'git',
        member: 'partial',
        findings_json: '[{"severity":"error","code":"values-missing"}]',
      },
    ]);
    await knex.migrate.up(migrations);

    const members = () =>
      knex('gen3_source_members').orderBy('member').select();
    expect(await members()).toMatchObject([
      { member: 'partial', incomplete: 1 },
      { member: 'whole', incomplete: 0 },
    ]);

    await knex.migrate.down(migrations);
    expect(await members()).toEqual([
      expect.not.objectContaining({ incomplete: 1 }),
      expect.not.objectContaining({ incomplete: 0 }),
    ]);
    // Rows still go with their source.
    await knex('gen3_sources').delete();
    expect(await members()).toEqual([]);
    await knex.migrate.up(migrations);
  });

  it('20261125110000_emission_times.js', async () => {
    const knex = await databases.init(databaseId);
    await migrateUntilBefore(knex, '20261125110000_emission_times.js');
    await knex('gen3_emissions').insert({ source_id: 'git', hash: 'x' });
    await knex.migrate.up(migrations);
    const rows = () => knex('gen3_emissions').select();
    const before = { source_id: 'git', hash: 'x' };
    expect(await rows()).toEqual([{ ...before, handed_over_at: null }]);
    await knex.migrate.down(migrations);
    expect(await rows()).toEqual([before]);
    await knex.migrate.up(migrations);
  });

  it('20261125120000_source_summaries.js', async () => {
    const knex = await databases.init(databaseId);
    await migrateUntilBefore(knex, '20261125120000_source_summaries.js');
    await knex('gen3_sources').insert({ source_id: 'git' });
    await knex('gen3_source_members').insert({
      source_id: 'git',
      member: 'a',
      findings_json: '[]',
    });
    const rows = async () => [
      ...(await knex('gen3_sources')),
      ...(await knex('gen3_source_members')),
    ];
    const before = await rows();
    await knex.migrate.up(migrations);
    expect(await rows()).toMatchObject([
      { source_id: 'git', summary_json: null, comparison_json: null },
      { member: 'a', hostname: null, claimed_hostname: null },
    ]);
    await knex.migrate.down(migrations);
    expect(await rows()).toEqual(before);
    // Rows still go with their source.
    await knex('gen3_sources').delete();
    expect(await rows()).toEqual([]);
    await knex.migrate.up(migrations);
  });

  it('leave other migrations of the shared database alone', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest(migrations);
    expect(await knex.schema.hasTable('gen3_knex_migrations')).toBe(true);
    expect(await knex.schema.hasTable('knex_migrations')).toBe(false);
  });
});

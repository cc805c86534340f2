// @ts-check

/**
 * What every source said last: the catalog's entities are made of it, so a restart during an outage loses nothing.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('gen3_sources', table => {
    table.comment('State of each configured source of Gen3 commons');
    table
      .string('source_id', 64)
      .primary()
      .notNullable()
      .comment('Key of the source in catalog.providers.gen3');
    table
      .text('last_try_at')
      .nullable()
      .comment('Start of the last try, ISO 8601 UTC');
    table
      .text('last_good_at')
      .nullable()
      .comment('End of the last complete reading, ISO 8601 UTC');
    table
      .text('running_until')
      .nullable()
      .comment('A try is under way until this time at most, ISO 8601 UTC');
    table
      .text('version')
      .nullable()
      .comment('Version of the last good reading, e.g. a commit');
    table
      .text('fingerprint')
      .nullable()
      .comment('Hash of the configuration that the last good reading used');
    table
      .text('error')
      .nullable()
      .comment('Why the last try failed; null after one that did not');
    table
      .text('held_json')
      .nullable()
      .comment('A run that would drop too much and waits for a person');
    table
      .text('confirmed_json')
      .nullable()
      .comment('Hostnames that a person allowed the next run to drop');
  });

  await knex.schema.createTable('gen3_source_members', table => {
    table.comment('Members of sources with their last good reading');
    table
      .string('source_id', 64)
      .notNullable()
      .references('source_id')
      .inTable('gen3_sources')
      .onDelete('CASCADE')
      .comment('The source');
    table
      .text('member')
      .notNullable()
      .comment('Stable key of the member in its source, usually a file path');
    table
      .text('commons_json')
      .nullable()
      .comment('Last good reading; null when there never was one');
    table
      .text('findings_json')
      .notNullable()
      .comment('What is odd about the last good reading');
    table
      .text('quarantine_json')
      .nullable()
      .comment('Why the member cannot be read, and since when');
    table.primary(['source_id', 'member'], 'gen3_source_members_pkey');
  });

  await knex.schema.createTable('gen3_emissions', table => {
    table.comment('What was handed to the catalog last, per provider');
    table
      .string('source_id', 64)
      .primary()
      .notNullable()
      .comment('The source whose provider it was');
    table.text('hash').notNullable().comment('Hash of all its entities');
  });

  await knex.schema.createTable('gen3_revision', table => {
    table.comment('One row that counts changes of readings, for replicas');
    table.integer('id').primary().notNullable().comment('Always 1');
    table.integer('revision').notNullable().comment('Number of changes');
  });
  await knex('gen3_revision').insert({ id: 1, revision: 0 });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gen3_revision');
  await knex.schema.dropTable('gen3_emissions');
  await knex.schema.dropTable('gen3_source_members');
  await knex.schema.dropTable('gen3_sources');
};

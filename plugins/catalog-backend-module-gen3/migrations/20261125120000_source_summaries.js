// @ts-check

/**
 * Requests read a summary per source, and members of one commons by its hostname, instead of all members of all sources.
 * Columns of rows that are there already are filled when the store is opened.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gen3_sources', table => {
    table
      .text('summary_json')
      .nullable()
      .comment(
        'Counts, worst quarantined members and worst findings of the last good reading',
      );
    table
      .text('comparison_json')
      .nullable()
      .comment('Worst findings that only show when sources are compared');
  });
  await knex.schema.alterTable('gen3_source_members', table => {
    table
      .text('hostname')
      .nullable()
      .comment('Hostname of the last good reading')
      .index('gen3_source_members_hostname_idx');
    table
      .text('claimed_hostname')
      .nullable()
      .comment('Hostname that a quarantined member claims')
      .index('gen3_source_members_claimed_hostname_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('gen3_source_members', table => {
    table.dropIndex(
      ['claimed_hostname'],
      'gen3_source_members_claimed_hostname_idx',
    );
    table.dropIndex(['hostname'], 'gen3_source_members_hostname_idx');
  });
  await knex.schema.alterTable('gen3_source_members', table => {
    table.dropColumn('claimed_hostname');
    table.dropColumn('hostname');
  });
  // Not by dropColumn: on SQLite it makes the table anew, and dropping the old one takes all members with it.
  for (const column of ['comparison_json', 'summary_json']) {
    await knex.raw('alter table ?? drop column ??', ['gen3_sources', column]);
  }
};

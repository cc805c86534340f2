// @ts-check

/**
 * A commons is remembered with whether all its values could be read: a complete reading is not replaced by one that lacks
 * some. Before this, findings were all that told.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gen3_source_members', table => {
    table
      .integer('incomplete')
      .notNullable()
      .defaultTo(0)
      .comment('1 when some values of the last good reading were missing');
  });
  await knex('gen3_source_members')
    .where('findings_json', 'like', '%"code":"values-%')
    .update({ incomplete: 1 });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('gen3_source_members', table => {
    table.dropColumn('incomplete');
  });
};

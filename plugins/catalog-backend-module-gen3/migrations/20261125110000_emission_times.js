// @ts-check

/**
 * What was handed to the catalog is handed over again from time to time, because people can delete entities there.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gen3_emissions', table => {
    table
      .text('handed_over_at')
      .nullable()
      .comment('When all entities were handed over last, ISO 8601 UTC');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('gen3_emissions', table => {
    table.dropColumn('handed_over_at');
  });
};

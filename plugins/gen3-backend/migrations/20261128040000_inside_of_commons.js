// @ts-check

/**
 * What the cluster says of a commons as a whole, so that the fleet can be read and filtered by it without its checks.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gen3_commons', table => {
    table
      .string('inside_status')
      .nullable()
      .comment('Worst of what was found in the cluster; null without one');
    table
      .string('inside_cause')
      .nullable()
      .comment('Cause of inside_status; null without a cluster');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  // knex would make the table anew on SQLite, and what refers to its rows would go.
  await knex.raw('alter table gen3_commons drop column inside_status');
  await knex.raw('alter table gen3_commons drop column inside_cause');
};

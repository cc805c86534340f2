// @ts-check

/**
 * All that the cluster says of a commons, beside the worst of it: who is filtered for one cause is found whatever else is wrong.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gen3_commons', table => {
    table
      .text('inside_causes_json')
      .nullable()
      .comment(
        'Causes of all that was found in the cluster, worst first, JSON list; null without a cluster, or until the next round',
      );
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  // knex would make the table anew on SQLite, and what refers to its rows would go.
  await knex.raw('alter table gen3_commons drop column inside_causes_json');
};

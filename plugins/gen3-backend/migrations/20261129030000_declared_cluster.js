// @ts-check

/**
 * What a source calls the cluster of a commons, which the health card names where Backstage has no cluster of that name.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gen3_commons', table => {
    table
      .string('declared_cluster')
      .nullable()
      .comment(
        'Name of the cluster as the source of the commons gives it; null when it names none',
      );
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  // knex would make the table anew on SQLite, and what refers to its rows would go.
  await knex.raw('alter table gen3_commons drop column declared_cluster');
};

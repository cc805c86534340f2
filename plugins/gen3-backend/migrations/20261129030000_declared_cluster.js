// @ts-check

/**
 * Which cluster the entity of a commons names, which the health card names where Backstage has no cluster of that name.
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
        'Name of the entity of its cluster; null when no source names a cluster',
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

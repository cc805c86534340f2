// @ts-check

/**
 * Where the workloads of a commons run, for those whose cluster Backstage knows.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gen3_commons', table => {
    table
      .string('kubernetes_cluster')
      .nullable()
      .comment("Name of the cluster in Backstage's kubernetes config");
    table
      .string('kubernetes_namespace')
      .nullable()
      .comment('Namespace of the commons in that cluster');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  // knex would make the table anew on SQLite, and what refers to its rows would go.
  await knex.raw('alter table gen3_commons drop column kubernetes_cluster');
  await knex.raw('alter table gen3_commons drop column kubernetes_namespace');
};

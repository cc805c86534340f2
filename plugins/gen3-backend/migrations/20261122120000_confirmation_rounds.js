// @ts-check

/**
 * Rounds that come early and ask only what has to be confirmed, beside those that ask everything at their time.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gen3_commons', table => {
    table
      .bigInteger('regular_check_at')
      .nullable()
      .comment(
        'When the next round is due that asks everything; next_check_at is earlier when one that confirms comes before',
      );
    table
      .integer('confirmations')
      .notNullable()
      .defaultTo(0)
      .comment('Rounds that confirm since the last one that asked everything');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('gen3_commons', table => {
    table.dropColumn('regular_check_at');
    table.dropColumn('confirmations');
  });
};

// @ts-check

const TABLE = 'gen3_check_states';
const COPIES = ['outcome', 'since'];

/**
 * A check's outcome and when it began are in its state; copies of them in columns of their own were written with every round
 * and never read.
 *
 * Plain SQL, because knex drops a column of SQLite by making the table anew.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  for (const column of COPIES) {
    // One after the other: SQLite drops one column a statement.
    await knex.raw('alter table ?? drop column ??', [TABLE, column]);
  }
};

/**
 * What is there gets a default: the next round of each commons writes what is true.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable(TABLE, table => {
    table
      .string('outcome')
      .notNullable()
      .defaultTo('unknown')
      .comment('Settled outcome');
    table
      .bigInteger('since')
      .notNullable()
      .defaultTo(0)
      .comment('When it began');
  });
};

// @ts-check

/**
 * Changes: proposed commits that alter a commons, who approved them, and how far they are. Times are milliseconds since the epoch,
 * UTC.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('gen3_changes', table => {
    table.comment('One row per change of a commons, for ever');
    table.string('id', 36).primary().notNullable().comment('UUID');
    table.string('kind', 20).notNullable().comment('launch, upgrade, ...');
    table.string('state', 20).notNullable().comment('proposing, open, ...');
    table.text('title').notNullable().comment('For people');
    table.string('hostname').notNullable().comment('Of the commons');
    table
      .string('open_hostname')
      .nullable()
      .comment('Hostname until the change ends: one change at a time');
    table.string('entity_ref', 300).notNullable().comment('Of the commons');
    table.string('source').notNullable().comment('Id of the source');
    table.string('owner').notNullable().comment('Owner of the commons');
    table.string('tier').notNullable().comment('Lifecycle of the commons');
    table.string('relationship').notNullable().comment('managed');
    table.string('author', 300).notNullable().comment('Who proposed it');
    table.string('host', 20).notNullable().comment('Where it is reviewed');
    table.string('branch').notNullable().comment('Branch of the change');
    table.text('url').nullable().comment('Page of the change at its host');
    table.string('base_commit', 64).nullable().comment('What it changes');
    table.string('commit', 64).nullable().comment('The proposed commit');
    table.string('merge_commit', 64).nullable().comment('In the base branch');
    table.text('description').notNullable().comment('Markdown');
    table.text('message').notNullable().comment('First line of the commit');
    table
      .text('request_json')
      .notNullable()
      .comment('What the author asked for');
    table.text('files_json').notNullable().comment('Files before and after');
    table.text('accepted_json').notNullable().comment('Accepted findings');
    table
      .string('idempotency_key', 200)
      .nullable()
      .comment('The same key is the same change');
    table.bigInteger('created_at').notNullable().comment('When proposed');
    table
      .bigInteger('updated_at')
      .notNullable()
      .comment('Last change of state');
    table.bigInteger('ended_at').nullable().comment('When it ended');
    table.text('end_reason').nullable().comment('Why it ended, a sentence');
    table.unique(['open_hostname'], 'gen3_changes_open_hostname_uq');
    table.unique(['idempotency_key'], 'gen3_changes_idempotency_key_uq');
    table.index(['created_at', 'id'], 'gen3_changes_created_at_idx');
    table.index(['hostname', 'created_at'], 'gen3_changes_hostname_idx');
    table.index(['state'], 'gen3_changes_state_idx');
  });

  await knex.schema.createTable('gen3_change_approvals', table => {
    table.comment('Who approved which commit of a change');
    table
      .string('change_id', 36)
      .notNullable()
      .references('id')
      .inTable('gen3_changes')
      .onDelete('CASCADE')
      .comment('The change');
    table.string('by', 300).notNullable().comment('Entity reference');
    table.bigInteger('at').notNullable().comment('When');
    table.primary(['change_id', 'by'], 'gen3_change_approvals_pk');
  });

  await knex.schema.createTable('gen3_change_steps', table => {
    table.comment('How far a change is, as last seen');
    table
      .string('change_id', 36)
      .notNullable()
      .references('id')
      .inTable('gen3_changes')
      .onDelete('CASCADE')
      .comment('The change');
    table.string('step', 20).notNullable().comment('proposed, checks, ...');
    table.string('state', 20).notNullable().comment('waiting, done, ...');
    table.bigInteger('since').notNullable().comment('When it came to that');
    table.text('evidence_json').notNullable().comment('Sentences');
    table.text('advice_json').nullable().comment('Why it is late, and the fix');
    table.primary(['change_id', 'step'], 'gen3_change_steps_pk');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gen3_change_steps');
  await knex.schema.dropTable('gen3_change_approvals');
  await knex.schema.dropTable('gen3_changes');
};

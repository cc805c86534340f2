// @ts-check

/**
 * The fleet as the gen3 backend knows it: which commons exist (a projection of the catalog), how they are, and what
 * changed. Times are milliseconds since the epoch, UTC, so that both engines compare and sort them alike.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('gen3_commons', table => {
    table.comment('One row per commons: projection of the catalog, status');
    table
      .string('entity_ref', 300)
      .primary()
      .notNullable()
      .comment('Reference of its System entity');
    table.string('namespace').notNullable().comment('Namespace of the entity');
    table.string('name').notNullable().comment('Name of the entity');
    table.string('hostname').notNullable().comment('Public hostname, its key');
    table.text('title').notNullable().comment('Title for people');
    table.string('tier').notNullable().comment('Lifecycle, e.g. production');
    table.string('owner').notNullable().comment('Owner of the entity');
    table.string('source').nullable().comment('Id of the source that owns it');
    table.string('release').nullable().comment('Release tag, or mixed');
    table.string('relationship').notNullable().comment('managed or associated');
    table.string('mesh_role').nullable().comment('hub or node');
    table.string('probing').notNullable().comment('on or off');
    table.text('base_url').notNullable().comment('Where the commons answers');
    table
      .string('frontend_root')
      .notNullable()
      .comment('Which front end answers at /');
    table
      .text('services_json')
      .notNullable()
      .comment('Registry names of its services, JSON list');
    table
      .text('search_text')
      .notNullable()
      .comment('Hostname, title and services in lower case, one a line');
    table
      .string('projection_hash', 64)
      .notNullable()
      .comment('Hash of the columns above, to write only what changed');
    table
      .string('status')
      .notNullable()
      .comment('Rolled-up status of the last round; staleness is not in it');
    table.string('cause').notNullable().comment('Cause of the status');
    table.text('reason').notNullable().comment('Top reason, one sentence');
    table.bigInteger('since').nullable().comment('When the status began');
    table.integer('score').nullable().comment('0 to 100');
    table
      .text('journeys_json')
      .notNullable()
      .comment('Status by journey, JSON object');
    table.bigInteger('checked_at').nullable().comment('Newest result');
    table
      .bigInteger('next_check_at')
      .notNullable()
      .comment('When the next round is due');
    table
      .string('lease_owner')
      .nullable()
      .comment('Replica that carries out a round now');
    table
      .bigInteger('lease_until')
      .nullable()
      .comment('When others may take the round over');
    table
      .integer('gone_rounds')
      .notNullable()
      .comment('Rounds in a row in which the host could not be reached');
    table
      .bigInteger('refresh_requested_at')
      .nullable()
      .comment('When a person last asked for a round');
    table
      .bigInteger('last_error_at')
      .nullable()
      .comment('When the last round failed to be carried out');
    table
      .text('last_error')
      .nullable()
      .comment('Why it could not be carried out');
    table.index(['probing', 'next_check_at'], 'gen3_commons_due_idx');
    table.index(['hostname'], 'gen3_commons_hostname_idx');
    table.index(['release'], 'gen3_commons_release_idx');
  });

  await knex.schema.createTable('gen3_mesh_members', table => {
    table.comment('Which commons belong to which mesh; a hub is in its own');
    table
      .string('hub_ref', 300)
      .notNullable()
      .comment('Entity reference of the hub');
    table.string('hub_hostname').notNullable().comment('Hostname of the hub');
    table.string('member_hostname').notNullable().comment('Hostname');
    table.primary(['hub_ref', 'member_hostname'], 'gen3_mesh_members_pk');
    table.index(['hub_hostname'], 'gen3_mesh_members_hub_idx');
    table.index(['member_hostname'], 'gen3_mesh_members_member_idx');
  });

  await knex.schema.createTable('gen3_check_states', table => {
    table.comment('Settled state and newest result of each check');
    table.string('entity_ref', 300).notNullable().comment('The commons');
    table.string('check_id').notNullable().comment('Id of the check');
    table.string('outcome').notNullable().comment('Settled outcome');
    table.bigInteger('since').notNullable().comment('When it began');
    table
      .text('state_json')
      .notNullable()
      .comment('Whole state with the newest result, JSON');
    table.primary(['entity_ref', 'check_id'], 'gen3_check_states_pk');
  });

  await knex.schema.createTable('gen3_transitions', table => {
    table.comment('Statuses that changed');
    table.bigIncrements('id').comment('Order of writing');
    table.string('entity_ref', 300).notNullable().comment('The commons');
    table.bigInteger('at').notNullable().comment('When it changed');
    table
      .string('subject')
      .notNullable()
      .comment('commons, service:<name>, journey:<id> or check:<id>');
    table.string('from').nullable().comment('Status before; null at first');
    table.string('to').notNullable().comment('Status after');
    table.string('cause').notNullable().comment('Cause of the new status');
    table.text('reason').notNullable().comment('Sentence for people');
    table.index(['entity_ref', 'at'], 'gen3_transitions_commons_idx');
    table.index(['at'], 'gen3_transitions_at_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gen3_transitions');
  await knex.schema.dropTable('gen3_check_states');
  await knex.schema.dropTable('gen3_mesh_members');
  await knex.schema.dropTable('gen3_commons');
};

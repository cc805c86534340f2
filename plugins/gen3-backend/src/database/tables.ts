/** Names of the tables; their columns are commented in `migrations/`. */
export const TABLES = {
  commons: 'gen3_commons',
  meshMembers: 'gen3_mesh_members',
  checkStates: 'gen3_check_states',
  transitions: 'gen3_transitions',
  changes: 'gen3_changes',
  changeApprovals: 'gen3_change_approvals',
  changeSteps: 'gen3_change_steps',
} as const;

/** Rows per INSERT: keeps a statement under SQLite's limit of 32,766 variables. */
export const WRITE_BATCH_SIZE = 200;

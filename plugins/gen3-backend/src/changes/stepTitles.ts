import type { ChangeStep } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Steps of a change for people. */
export const STEP_TITLES: Record<ChangeStep['id'], string> = {
  proposed: 'Proposed',
  checks: 'Reviewed',
  merged: 'Merged',
  discovered: 'Seen by discovery',
  synced: 'Argo CD applied it',
  workloads: 'Workloads ready',
  jobs: 'Jobs done',
  probes: 'Services answer',
  login: 'Users can log in',
};

import type { PreflightCheck } from '../types';

/**
 * `global.dev`, which the chart has on, brings a PostgreSQL without persistence and an Elasticsearch into the namespace
 * (`gen3-helm:helm/gen3/values.yaml`).
 */
export const databaseInNamespace: PreflightCheck = {
  id: 'database-in-namespace',
  title: 'Data outlives a restart',
  run({ subject }) {
    if (!subject.declared.dev) return [];
    const isProtected =
      subject.tier === 'production' || subject.tier === 'staging';
    return [
      {
        severity: isProtected ? 'error' : 'warning',
        key: 'global.dev',
        what: `The database of this ${subject.tier} commons runs in its namespace, without a disk`,
        why: 'When its pod restarts, all users, records and submitted data are gone.',
        fix: isProtected
          ? 'Choose a managed database and name the secret with its credentials'
          : 'Accept it when nothing in this commons is to be kept; else choose a managed database',
      },
    ];
  },
};

import type { PreflightCheck, Problem } from '../types';
import { isSet } from '../valueAt';

const DISK = 'postgresql.primary.persistence.enabled';

/**
 * `global.dev`, which the chart has on, brings a PostgreSQL and an Elasticsearch into the namespace, and PostgreSQL has a disk only when it is told so
 * (`gen3-helm:helm/gen3/values.yaml`). That disk outlives the release, and the passwords in it do not (`gen3-helm:docs/PREREQUISITES.md`,
 * `gen3-helm:helm/common/templates/_postgres_secrets.tpl`).
 */
export const databaseInNamespace: PreflightCheck = {
  id: 'database-in-namespace',
  title: 'Data outlives a restart',
  run({ subject }) {
    if (!subject.declared.dev) return [];
    if (isSet(subject.values, DISK)) return [onDisk(subject.tier)];
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

function onDisk(tier: string): Problem {
  return {
    severity: 'warning',
    key: DISK,
    // The answer that decides whether there is such a database at all.
    field: 'database',
    what: `The database of this ${tier} commons runs in its namespace, on a disk that stays when the release goes`,
    why: 'Helm makes new passwords when the commons is installed anew, and Argo CD with every sync; the database on the disk keeps the old ones, so no service gets to its data.',
    fix: 'Bring username and password of each service (<service>.postgres) from the secret manager (global.externalSecrets.deploy), and remove the claim data-<release>-postgresql-0 before a new beginning; or choose a managed database',
  };
}

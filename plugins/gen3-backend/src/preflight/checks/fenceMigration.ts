import { fenceConfigKey } from '../fenceConfigKey';
import { hasService } from '../hasService';
import type { PreflightCheck } from '../types';
import { valueAt } from '../valueAt';

/**
 * Before fence starts, its pod makes or alters the tables of its database, unless its configuration has the line `ENABLE_DB_MIGRATION: false`
 * (`gen3-helm:helm/fence/templates/fence-deployment.yaml`). The text "false" in quotes is not that line.
 */
export const fenceMigration: PreflightCheck = {
  id: 'fence-migration',
  title: 'Fence makes the tables of its database',
  run({ subject }) {
    if (!hasService(subject, 'fence')) return 'not-applicable';
    const key = `${fenceConfigKey(subject.values)}.ENABLE_DB_MIGRATION`;
    if (valueAt(subject.values, key) !== false) return [];
    return [
      {
        severity: 'warning',
        key,
        what: 'The migration of the database is switched off in fence',
        why: 'The database of a new commons has no tables, and nothing else makes them: nobody can log in.',
        fix: `Remove ${key}, or set it to true until fence has run once`,
      },
    ];
  },
};

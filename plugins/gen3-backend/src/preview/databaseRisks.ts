import type { JsonObject } from '@backstage/types';
import type { PreviewRisk } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isSet, textAt } from '../preflight/valueAt';
import { containersOf, initContainersOf, isWorkload } from './containersOf';
import type { ManifestDiff } from './diffManifests';
import type { Manifest } from './Manifest';
import { objectNameOf } from './objectNameOf';

/** Jobs that make or alter databases (`gen3-helm:helm/common/templates/_db_setup_job.tpl`, `helm/indexd/templates/userdb-job.yaml`). */
const DATABASE_JOB = /dbcreate|userdb|db-?(create|setup|restore)|migrat/i;

/**
 * Containers that migrate a database before their service starts: `fence-create migrate`, `alembic upgrade`, `migrations/latest`
 * (`gen3-helm:helm/{fence,audit,arborist}/templates`).
 */
const MIGRATES = /\bmigrat|alembic upgrade/i;

/** The 31st of February: for people to start (`gen3-helm:helm/indexd/templates/migrate-to-single-table.yaml`). */
const NEVER = /^\S+ \S+ 3[01] 2 /;

/** What works on databases, and jobs that cannot be changed. */
export function databaseRisks(diff: ManifestDiff): PreviewRisk[] {
  if (diff.change === 'removed') return [];
  if (diff.after.kind === 'Job') return jobRisks(diff);
  if (diff.change === 'added') return [];
  const { before, after } = diff;
  if (after.kind === 'CronJob') {
    return DATABASE_JOB.test(after.name) && startsByItself(after)
      ? [onDatabase(after, 'It runs on a database that is in use.')]
      : [];
  }
  return isWorkload(after) && migratesAnew(before, after)
    ? [
        {
          ...onDatabase(
            after,
            'Pods that run still are of the old image, on tables of the new one; going back to that image does not take the migration back.',
          ),
          what: `${after.kind} ${after.name} gets another image, which migrates its database when it starts`,
        },
      ]
    : [];
}

function jobRisks(
  diff: Exclude<ManifestDiff, { change: 'removed' }>,
): PreviewRisk[] {
  const { after, change } = diff;
  const risks: PreviewRisk[] = [];
  if (change === 'changed') {
    risks.push({
      id: 'immutable-job',
      severity: 'medium',
      object: objectNameOf(after),
      what: `The job ${after.name} changes`,
      why: 'Kubernetes refuses to change the pods of a job that is there: it has to be deleted first, or Argo CD told to replace it.',
    });
  }
  if (DATABASE_JOB.test(after.name)) {
    risks.push(
      change === 'added'
        ? {
            ...onDatabase(
              after,
              'The database server has to be reachable, and its credentials there, when it runs.',
            ),
            severity: 'low',
          }
        : onDatabase(after, 'It runs again, on a database that is in use.'),
    );
  }
  return risks;
}

function startsByItself({ body }: Manifest): boolean {
  const schedule = textAt(body, 'spec.schedule') ?? '';
  return !isSet(body, 'spec.suspend') && !NEVER.test(schedule);
}

function onDatabase(manifest: Manifest, why: string): PreviewRisk {
  return {
    id: 'database-job',
    severity: 'medium',
    object: objectNameOf(manifest),
    what: `The job ${manifest.name} works on a database`,
    why,
  };
}

/** Whether a container that migrates gets another image. */
function migratesAnew(before: Manifest, after: Manifest): boolean {
  const old = new Set(migratingImages(before));
  return migratingImages(after).some(image => !old.has(image));
}

function migratingImages(manifest: Manifest): string[] {
  return [...initContainersOf(manifest), ...containersOf(manifest)]
    .filter(doesMigrate)
    .map(({ image }) => String(image));
}

function doesMigrate({ name, command, args }: JsonObject): boolean {
  return MIGRATES.test(JSON.stringify([name, command, args]));
}

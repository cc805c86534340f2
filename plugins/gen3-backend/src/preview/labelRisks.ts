import type { PreviewRisk } from '@gen3-csoc/backstage-plugin-gen3-common';
import { imageRisks } from './imageRisks';
import type { ManifestDiff } from './diffManifests';
import { objectNameOf } from './objectNameOf';
import { isWorkload, replicasOf } from './containersOf';

const SEVERITIES: PreviewRisk['severity'][] = ['high', 'medium', 'low'];

/** Jobs that make or alter databases (`gen3-helm:helm/common/templates/_db_setup_job.tpl`, `helm/indexd/templates/userdb-job.yaml`). */
const DATABASE_JOB = /dbcreate|userdb|db-?(create|setup|restore)|migrat/i;

/** What may go wrong with a change, the worst first. */
export function labelRisks(diffs: readonly ManifestDiff[]): PreviewRisk[] {
  const risks = diffs.flatMap(diff => [
    ...removalRisks(diff),
    ...jobRisks(diff),
    ...replicaRisks(diff),
    ...imageRisks(diff),
  ]);
  return SEVERITIES.flatMap(severity =>
    risks.filter(risk => risk.severity === severity),
  );
}

function removalRisks(diff: ManifestDiff): PreviewRisk[] {
  if (diff.change !== 'removed') return [];
  const { before } = diff;
  const object = objectNameOf(before);
  switch (before.kind) {
    case 'PersistentVolumeClaim':
      return [
        {
          id: 'volume-removed',
          severity: 'high',
          object,
          what: `The volume claim ${before.name} disappears`,
          why: 'Argo CD removes it when it prunes, and most storage classes remove the data with it.',
        },
      ];
    case 'Secret':
      return [
        {
          id: 'secret-removed',
          severity: 'high',
          object,
          what: `The secret ${before.name} disappears`,
          why: 'Pods that use it do not start any more, and what the chart made up for it cannot be had again.',
        },
      ];
    default:
      return [];
  }
}

function jobRisks(diff: ManifestDiff): PreviewRisk[] {
  if (diff.change === 'removed' || diff.after.kind !== 'Job') return [];
  const { after, change } = diff;
  const object = objectNameOf(after);
  const risks: PreviewRisk[] = [];
  if (change === 'changed') {
    risks.push({
      id: 'immutable-job',
      severity: 'medium',
      object,
      what: `The job ${after.name} changes`,
      why: 'Kubernetes refuses to change the pods of a job that is there: it has to be deleted first, or Argo CD told to replace it.',
    });
  }
  if (DATABASE_JOB.test(after.name)) {
    risks.push({
      id: 'database-job',
      severity: change === 'added' ? 'low' : 'medium',
      object,
      what: `The job ${after.name} works on a database`,
      why:
        change === 'added'
          ? 'The database server has to be reachable, and its credentials there, when it runs.'
          : 'It runs again, on a database that is in use.',
    });
  }
  return risks;
}

function replicaRisks(diff: ManifestDiff): PreviewRisk[] {
  if (diff.change !== 'changed' || !isWorkload(diff.after)) return [];
  const { before, after } = diff;
  const [old, now] = [replicasOf(before), replicasOf(after)];
  if (now >= old) return [];
  return [
    {
      id: 'replicas-fall',
      severity: now === 0 ? 'high' : 'medium',
      object: objectNameOf(after),
      what: `${after.kind} ${after.name} goes from ${old} to ${now} replicas`,
      why:
        now === 0
          ? 'Nothing of it runs any more.'
          : 'The pods that stay carry the whole load, and fewer may fail.',
    },
  ];
}

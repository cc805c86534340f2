import { defineKind, inCommons } from '../defineKind';
import { AGE, since } from '../humanDuration';
import { KubernetesVersion } from '../KubernetesVersion';
import { timestamp } from '../timestamps';
import { Column, KubernetesObject, ResourceKind } from '../types';
import { NamespaceView } from '../views';
import { containerColumns } from './containerColumns';
import { cronJobMetadata, cronJobVersion } from './cronJobMetadata';
import { PodTemplate } from './deployments';
import { JobPlan, jobPlansOf } from './jobPlans';
import { JobRun } from './jobRun';
import { KEPT_SUCCESSES } from './jobHistory';
import { historyOf } from './jobRuns';
import { createJob, Job, jobTemplate } from './jobs';
import { BACKOFF_LIMIT } from './jobStatus';

interface ActiveJob {
  apiVersion: string;
  kind: string;
  name: string;
  namespace: string;
  uid: string;
  resourceVersion: string;
}

/** A CronJob. */
interface CronJob extends KubernetesObject {
  spec: {
    schedule: string;
    suspend: boolean;
    concurrencyPolicy: string;
    successfulJobsHistoryLimit: number;
    failedJobsHistoryLimit: number;
    jobTemplate: {
      metadata: object;
      spec: { backoffLimit: number; template: PodTemplate };
    };
  };
  status: {
    active?: ActiveJob[];
    lastScheduleTime?: string;
    lastSuccessfulTime?: string;
  };
}

function createCronJob(view: NamespaceView, plan: JobPlan): CronJob {
  const { cluster } = view;
  const { runs, lastScheduledAt, lastSuccessAt } = historyOf(view, plan);
  const [latest] = runs;
  return {
    apiVersion: `batch/${cronJobVersion(cluster.version)}`,
    kind: 'CronJob',
    metadata: cronJobMetadata(
      view,
      plan,
      latest?.finishedAt ?? latest?.startedAt,
    ),
    spec: {
      schedule: plan.schedule ?? '',
      suspend: plan.suspended ?? false,
      concurrencyPolicy: 'Forbid',
      successfulJobsHistoryLimit: KEPT_SUCCESSES,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        metadata: {},
        spec: { backoffLimit: BACKOFF_LIMIT, template: jobTemplate(plan) },
      },
    },
    status: {
      ...activeJobs(view, runs),
      ...(lastScheduledAt
        ? { lastScheduleTime: timestamp(lastScheduledAt) }
        : {}),
      // Kubernetes 1.21 and on tell it.
      ...(lastSuccessAt && cluster.version !== '1.20'
        ? { lastSuccessfulTime: timestamp(lastSuccessAt) }
        : {}),
    },
  };
}

function activeJobs(
  view: NamespaceView,
  runs: JobRun[],
): { active?: ActiveJob[] } {
  const active = runs
    .filter(run => !run.finishedAt)
    .map(run => referenceTo(createJob(view, run), view.namespace));
  return active.length > 0 ? { active } : {};
}

function referenceTo(
  { apiVersion, kind, metadata }: Job,
  namespace: string,
): ActiveJob {
  const { name, uid, resourceVersion } = metadata;
  return { apiVersion, kind, name, namespace, uid, resourceVersion };
}

const TIMEZONE: Column<CronJob> = { name: 'Timezone', cell: () => '<none>' };

/** CronJobs: `batch/v1`, and `batch/v1beta1` on an old cluster. */
export function cronJobs(version: KubernetesVersion): ResourceKind {
  return defineKind<CronJob>({
    group: 'batch',
    version: cronJobVersion(version),
    plural: 'cronjobs',
    kind: 'CronJob',
    shortNames: ['cj'],
    isInAll: true,
    build: inCommons(view =>
      jobPlansOf(view)
        .filter(({ kind }) => kind === 'CronJob')
        .map(plan => createCronJob(view, plan)),
    ),
    columns: [
      { name: 'Schedule', cell: ({ spec }) => spec.schedule },
      ...(version === '1.20' ? [] : [TIMEZONE]),
      {
        name: 'Suspend',
        cell: ({ spec }) => (spec.suspend ? 'True' : 'False'),
      },
      {
        name: 'Active',
        type: 'integer',
        cell: ({ status }) => status.active?.length ?? 0,
      },
      {
        name: 'Last Schedule',
        cell: ({ status }, now) =>
          status.lastScheduleTime === undefined
            ? '<none>'
            : since(status.lastScheduleTime, now),
      },
      AGE,
      ...containerColumns<CronJob>(
        ({ spec }) => spec.jobTemplate.spec.template.spec,
      ),
    ],
  });
}

import { defineKind, inCommons } from '../defineKind';
import { AGE, humanDuration, since } from '../humanDuration';
import { controlledBy, createMetadata, MetadataOptions } from '../metadata';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { containerColumns } from './containerColumns';
import { createCronJobReference } from './cronJobMetadata';
import { PodTemplate } from './deployments';
import { JobPlan, jobPlansOf } from './jobPlans';
import { JobRun } from './jobRun';
import { historyOf } from './jobRuns';
import { BACKOFF_LIMIT, createJobStatus, JobStatus } from './jobStatus';
import { createContainer } from './podSpec';
import { deletedAt, isOwnedBy, writtenRuns } from './writtenRuns';

/** A Job. */
export interface Job extends KubernetesObject {
  spec: {
    backoffLimit: number;
    completions: number;
    parallelism: number;
    suspend: boolean;
    selector: { matchLabels: Labels };
    template: PodTemplate;
  };
  status: JobStatus;
}

/** The pods of all of Gen3's jobs have this label and none that names the commons. */
export const JOB_LABELS: Labels = { app: 'gen3job' };

/** All Jobs of a commons. */
export function jobsOf(view: NamespaceView): { run: JobRun; job: Job }[] {
  const plans = jobPlansOf(view);
  const others = writtenRuns(
    view,
    job => !plans.some(({ name }) => isOwnedBy(job, name)),
  ).filter(run => !deletedAt(view, run));
  return [...plans.flatMap(plan => historyOf(view, plan).runs), ...others].map(
    run => ({ run, job: createJob(view, run) }),
  );
}

/** The template that pods of a job are made of. */
export function jobTemplate(
  plan: Pick<JobPlan, 'name' | 'image'>,
  more: Labels = {},
): PodTemplate {
  return {
    metadata: { labels: { ...JOB_LABELS, ...more } },
    spec: {
      containers: [createContainer({ name: plan.name, image: plan.image })],
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
    },
  };
}

/** Builds the Job of a run. */
export function createJob(view: NamespaceView, run: JobRun): Job {
  const { plan, name, startedAt, finishedAt = startedAt } = run;
  const metadata = createMetadata(view.facts, {
    kind: 'Job',
    name,
    namespace: view.namespace,
    createdAt: startedAt,
    changedAt: finishedAt,
    generation: 1,
    ...describe(view, run),
  });
  const isOld = view.cluster.version === '1.20';
  const selector: Labels = isOld
    ? { 'controller-uid': metadata.uid }
    : { 'batch.kubernetes.io/controller-uid': metadata.uid };
  const names: Labels = isOld
    ? { 'job-name': name }
    : {
        'batch.kubernetes.io/job-name': name,
        'controller-uid': metadata.uid,
        'job-name': name,
      };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata,
    spec: {
      backoffLimit: BACKOFF_LIMIT,
      completions: 1,
      parallelism: 1,
      suspend: false,
      selector: { matchLabels: selector },
      template: jobTemplate(plan, { ...selector, ...names }),
    },
    status: createJobStatus(run, isOld),
  };
}

/** What a Job says of itself, by its chart or by who wrote it. */
function describe(
  view: NamespaceView,
  { plan, written }: JobRun,
): Pick<MetadataOptions, 'labels' | 'annotations' | 'owner'> {
  if (written) {
    const { labels, annotations, owner } = written;
    return {
      ...(Object.keys(labels).length > 0 ? { labels } : {}),
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
      ...(owner ? { owner: { ...owner, blockOwnerDeletion: false } } : {}),
    };
  }
  return {
    labels: JOB_LABELS,
    ...(plan.kind === 'CronJob'
      ? { owner: controlledBy(createCronJobReference(view, plan)) }
      : {}),
  };
}

function statusWord({ status }: Job): string {
  const types = (status.conditions ?? []).map(({ type }) => type);
  return ['Complete', 'Failed'].find(type => types.includes(type)) ?? 'Running';
}

function duration({ status }: Job, now: Date): string {
  const { startTime, completionTime } = status;
  return completionTime === undefined
    ? since(startTime, now)
    : humanDuration(Date.parse(completionTime) - Date.parse(startTime));
}

/** `batch/v1` Jobs. */
export const jobs = defineKind<Job>({
  group: 'batch',
  version: 'v1',
  plural: 'jobs',
  kind: 'Job',
  fields: {
    'status.successful': ({ status }) => String(status.succeeded ?? 0),
  },
  isInAll: true,
  build: inCommons(view => jobsOf(view).map(({ job }) => job)),
  columns: [
    { name: 'Status', cell: statusWord },
    {
      name: 'Completions',
      cell: ({ spec, status }) =>
        `${status.succeeded ?? 0}/${spec.completions}`,
    },
    { name: 'Duration', cell: duration },
    AGE,
    ...containerColumns<Job>(({ spec }) => spec.template.spec),
  ],
});

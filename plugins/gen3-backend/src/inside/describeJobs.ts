import type {
  Gen3Job,
  JobsResponse,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  itemsOf,
  type KindReading,
  type KubernetesCronJob,
  type KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { cronJobOfEach, namesOfJob } from '../checks/inside/cronJobOfEach';
import { judgeCronJob, NEVER_DUE } from '../checks/inside/judgeCronJob';
import { judgeJob } from '../checks/inside/judgeJob';
import { lastSuccessOf } from '../checks/inside/lastSuccessOf';
import { toInstant } from '../database/columns';
import { describeRun } from './describeRun';
import { byAttention, describeVerdict } from './describeVerdict';
import { nextRunOf } from './nextRunOf';

type Job = JobsResponse['jobs'][number];

/** Runs that are shown of one job. */
const MAX_RUNS = 5;

/** What the namespace of a commons was read to hold. */
export interface JobReadings {
  cronjobs: KindReading<KubernetesCronJob>;
  jobs: KindReading<KubernetesJob>;
}

/** All CronJobs of the namespace with the Jobs that they made, and the Jobs that none made. */
export function describeJobs(input: {
  /** Services that the commons declares. */
  services: string[];
  registry: ServiceRegistry;
  readings: JobReadings;
  /** Milliseconds since the epoch. */
  now: number;
}): Job[] {
  const { services, registry, readings, now } = input;
  const rows = registry
    .all()
    .flatMap(({ name: service, jobs: own }) =>
      own.map(job => ({ job, service })),
    );
  const known = new Map(
    rows.flatMap(row => namesOfJob(row.job).map(name => [name, row] as const)),
  );
  const cronJobs = itemsOf(readings.cronjobs);
  const jobs = itemsOf(readings.jobs);
  const names = new Set(cronJobs.map(({ metadata }) => metadata.name));
  const cronJobOf = cronJobOfEach(jobs, {
    cronJobs: [...names],
    known: rows.map(({ job }) => job),
  });
  const isNeeded = (name: string) => {
    const found = known.get(name);
    return Boolean(found?.job.needed && services.includes(found.service));
  };
  // A run names its CronJob also where that cannot be read.
  const nameOf = (run: KubernetesJob) =>
    cronJobOf.get(run) ?? run.metadata.name;
  const described = [
    ...cronJobs.map(cronJob => ({
      ...describeCronJob(cronJob, {
        ...known.get(cronJob.metadata.name),
        runs: jobs.filter(job => cronJobOf.get(job) === cronJob.metadata.name),
        now,
      }),
      needed: isNeeded(cronJob.metadata.name),
    })),
    ...jobs
      .filter(job => !names.has(cronJobOf.get(job) ?? ''))
      .map(job => ({
        ...describeJob(job, { ...known.get(nameOf(job)), now }),
        needed: isNeeded(nameOf(job)),
      })),
  ];
  return described.sort(
    (a, b) =>
      Number(b.needed && b.outcome !== 'up') -
        Number(a.needed && a.outcome !== 'up') || byAttention(a, b),
  );
}

type Described = Omit<Job, 'needed'>;

function describeCronJob(
  cronJob: KubernetesCronJob,
  about: {
    job?: Gen3Job;
    service?: string;
    runs: KubernetesJob[];
    now: number;
  },
): Described {
  const { job, service, runs, now } = about;
  const { metadata, spec } = cronJob;
  const { name } = metadata;
  const suspended = spec?.suspend ?? false;
  const byHand = suspended || NEVER_DUE.test(spec?.schedule ?? '');
  const shown = runs.map(describeRun).sort(newestFirst).slice(0, MAX_RUNS);
  const succeededAt = lastSuccessOf(cronJob, runs);
  return {
    name,
    kind: 'CronJob',
    service,
    ...describeVerdict(
      judgeCronJob({ job, cronJob, runs, now }),
      service ?? name,
    ),
    schedule: spec?.schedule,
    timeZone: spec?.timeZone,
    suspended,
    byHand,
    nextRunAt: byHand ? undefined : nextRunOf(cronJob, now),
    lastSuccessAt:
      succeededAt === undefined ? undefined : toInstant(succeededAt),
    runs: shown,
  };
}

function describeJob(
  job: KubernetesJob,
  about: { job?: Gen3Job; service?: string; now: number },
): Described {
  const { name } = job.metadata;
  const run = describeRun(job);
  const verdict = judgeJob(job, {
    now: about.now,
    isShort: about.job?.kind === 'Job',
  });
  return {
    name,
    kind: 'Job',
    service: about.service,
    ...describeVerdict(verdict, about.service ?? name),
    suspended: job.spec?.suspend ?? false,
    byHand: false,
    lastSuccessAt: run.state === 'succeeded' ? run.endedAt : undefined,
    runs: [run],
  };
}

function newestFirst(
  a: { startedAt?: string },
  b: { startedAt?: string },
): number {
  return (b.startedAt ?? '').localeCompare(a.startedAt ?? '');
}

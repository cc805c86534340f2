import {
  type Gen3Job,
  type Gen3Service,
  INSIDE_CHECK_PREFIX,
  type KubernetesPlacement,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type ClusterClient,
  itemsOf,
  type KindReading,
  type KubernetesCronJob,
  type KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { cronJobOfEach, isOfGen3Alone, namesOfJob } from './cronJobOfEach';
import { insideResult } from './insideResult';
import { judgeClusterFailure } from './judgeClusterFailure';
import { judgeCronJob } from './judgeCronJob';
import { judgeJob } from './judgeJob';
import { judgeLastRun } from './judgeLastRun';
import { worstOf } from './worstOf';

/**
 * The Jobs and CronJobs that a service needs have done their work. Their names are fixed, because a namespace holds one
 * commons (`gen3-helm:helm/fence/templates/usersync-cron.yaml` and others). What is not deployed is not missed:
 * most of them are options of the chart.
 */
export function createJobsCheck(options: {
  client: ClusterClient;
  place: KubernetesPlacement;
  service: Gen3Service;
  /** Milliseconds since the epoch. */
  now: () => number;
}): Check {
  const { client, place, service, now } = options;
  const id = `${INSIDE_CHECK_PREFIX}jobs:${service.name}`;
  return {
    id,
    service: service.name,
    async run({ signal }) {
      const [cronjobs, jobs] = await Promise.all([
        client.list('cronjobs', place, { signal }),
        client.list('jobs', place, { signal }),
      ]);
      return insideResult({
        id,
        service: service.name,
        verdict: judgeReadings(
          { service, place, now: now() },
          { cronjobs, jobs },
        ),
        place,
        readAt: jobs.readAt,
      });
    },
  };
}

interface Readings {
  cronjobs: KindReading<KubernetesCronJob>;
  jobs: KindReading<KubernetesJob>;
}

/** Judges what could be read; what could not is only said where nothing is wrong in the rest. */
function judgeReadings(
  about: { service: Gen3Service; place: KubernetesPlacement; now: number },
  readings: Readings,
): Verdict {
  const { service, place, now } = about;
  const needed = service.jobs.filter(job => job.needed);
  const kinds = needed.some(({ kind }) => kind === 'CronJob')
    ? (['cronjobs', 'jobs'] as const)
    : (['jobs'] as const);
  const cronJobOf = cronJobOfEach(itemsOf(readings.jobs), {
    cronJobs: itemsOf(readings.cronjobs).map(({ metadata }) => metadata.name),
    known: needed,
  });
  return (
    worstOf([
      ...needed.flatMap(job => judgeOne(job, { ...readings, cronJobOf, now })),
      ...kinds.flatMap(kind => judgeUnread(readings[kind], { kind, place })),
    ]) ?? {
      outcome: 'up',
      cause: 'ok',
      reason: 'needs no job that is deployed',
    }
  );
}

function judgeUnread(
  reading: KindReading<unknown>,
  about: { kind: string; place: KubernetesPlacement },
): Verdict[] {
  const { kind, place } = about;
  return reading.state === 'failed'
    ? [judgeClusterFailure({ ...reading, cluster: place.cluster, kind })]
    : [];
}

interface Found extends Readings {
  /** Of Jobs that are runs of one. */
  cronJobOf: ReadonlyMap<KubernetesJob, string>;
  now: number;
}

function judgeOne(job: Gen3Job, found: Found): Verdict[] {
  const { cronjobs, now } = found;
  const names = namesOfJob(job);
  const named = itemsOf(found.jobs).filter(({ metadata }) =>
    names.includes(metadata.name),
  );
  if (job.kind === 'Job') {
    return named.map(run => judgeJob(run, { now, isShort: true }));
  }
  if (cronjobs.state === 'failed') return judgeRunsAlone(job, found);
  const own = cronjobs.items.filter(({ metadata }) =>
    names.includes(metadata.name),
  );
  if (own.length === 0) {
    // Somebody runs it without a CronJob, from a crontab elsewhere: whether it is late is not known here, and an ETL takes hours.
    return named
      .filter(isOfGen3Alone)
      .map(run => judgeJob(run, { now, isShort: false }));
  }
  return own
    .map(cronJob =>
      judgeCronJob({ job, cronJob, runs: runsOf(cronJob, found), now }),
    )
    .filter(
      // Before Kubernetes 1.21 only Jobs know of successes.
      ({ cause }) => found.jobs.state === 'read' || cause !== 'job-never-ran',
    );
}

/** Runs tell what the last one came to, also where nothing is known of their CronJob. */
function judgeRunsAlone(job: Gen3Job, { jobs, now }: Found): Verdict[] {
  const all = itemsOf(jobs);
  const names = namesOfJob(job);
  const cronJobOf = cronJobOfEach(all, { cronJobs: names, known: [] });
  const runs = all.filter(run => names.includes(cronJobOf.get(run) ?? ''));
  const failed = judgeLastRun({ name: job.name, runs, now });
  return failed ? [failed] : [];
}

function runsOf(
  { metadata }: KubernetesCronJob,
  { jobs, cronJobOf }: Found,
): KubernetesJob[] {
  return itemsOf(jobs).filter(run => cronJobOf.get(run) === metadata.name);
}

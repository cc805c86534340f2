import {
  type Gen3Job,
  type Gen3Service,
  INSIDE_CHECK_PREFIX,
  type KubernetesPlacement,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ClusterClient,
  KindReading,
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { cronJobOf, isOfGen3Alone } from './cronJobOf';
import { insideResult } from './insideResult';
import { judgeClusterFailure } from './judgeClusterFailure';
import { judgeCronJob } from './judgeCronJob';
import { judgeJob } from './judgeJob';
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

type FailedReading = Extract<KindReading<never>, { state: 'failed' }>;

function judgeReadings(
  about: { service: Gen3Service; place: KubernetesPlacement; now: number },
  readings: {
    cronjobs: KindReading<KubernetesCronJob>;
    jobs: KindReading<KubernetesJob>;
  },
): Verdict {
  const { service, place, now } = about;
  const { cronjobs, jobs } = readings;
  const fail = (kind: string, failed: FailedReading) =>
    judgeClusterFailure({ ...failed, cluster: place.cluster, kind });
  if (cronjobs.state === 'failed') return fail('cronjobs', cronjobs);
  if (jobs.state === 'failed') return fail('jobs', jobs);
  const verdicts = service.jobs
    .filter(job => job.needed)
    .flatMap(job =>
      judgeOne(job, { cronjobs: cronjobs.items, jobs: jobs.items, now }),
    );
  return (
    worstOf(verdicts) ?? {
      outcome: 'up',
      cause: 'ok',
      reason: 'needs no job that is deployed',
    }
  );
}

function judgeOne(
  job: Gen3Job,
  found: {
    cronjobs: KubernetesCronJob[];
    jobs: KubernetesJob[];
    now: number;
  },
): Verdict[] {
  const { now } = found;
  const named = found.jobs.filter(({ metadata }) => metadata.name === job.name);
  if (job.kind === 'Job') {
    return named.map(run => judgeJob(run, { now, isShort: true }));
  }
  const names = found.cronjobs.map(({ metadata }) => metadata.name);
  if (!names.includes(job.name)) {
    // Somebody runs it without a CronJob, from a crontab elsewhere: whether it is late is not known here.
    return named
      .filter(isOfGen3Alone)
      .map(run => judgeJob(run, { now, isShort: true }));
  }
  const runs = found.jobs.filter(run => cronJobOf(run, names) === job.name);
  return found.cronjobs
    .filter(({ metadata }) => metadata.name === job.name)
    .map(cronJob => judgeCronJob({ job, cronJob, runs, now }));
}

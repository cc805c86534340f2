import {
  describeDuration,
  type Gen3Job,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgeLastRun } from './judgeLastRun';
import { lastSuccessOf } from './lastSuccessOf';
import { readDeadline } from './readDeadline';

/**
 * 31 February: how charts say that a job is run by hand without suspending it
 * (`gen3-helm:helm/indexd/templates/migrate-to-single-table-indexd.yaml`).
 */
export const NEVER_DUE = /^\S+\s+\S+\s+(30|31)\s+2\s+\*$/;

/**
 * Judges a CronJob by its last success against its schedule, and by its newest run. Reasons are clauses that follow the
 * name of the service that needs it.
 *
 * One missed time is a run that takes long or was unlucky; two are late, once the second run has had its time. A CronJob that the chart
 * suspends, and that was never due since, is run by hand and never late; one that somebody suspended is degraded by that alone.
 *
 * @param input - `job` is its row in the registry; one without may be suspended by whoever made it. `runs` are the Jobs that the CronJob made,
 * or people made from it; `now` is in milliseconds since the epoch.
 */
export function judgeCronJob(input: {
  job?: Pick<Gen3Job, 'suspended'>;
  cronJob: KubernetesCronJob;
  runs: KubernetesJob[];
  now: number;
}): Verdict {
  const { job, cronJob, runs, now } = input;
  const { name } = cronJob.metadata;
  const succeededAt = lastSuccessOf(cronJob, runs);
  const failed = judgeLastRun({ name, runs, succeededAt, now });
  if (failed) return failed;
  if (NEVER_DUE.test(cronJob.spec?.schedule ?? '')) return byHand(name);
  return cronJob.spec?.suspend
    ? judgeSuspended(cronJob, job)
    : judgeTimes({ name, cronJob, runs, now, succeededAt });
}

/**
 * Kubernetes notes when a schedule made a run, and a run that people make leaves that alone; it notes a success of both, so successes tell
 * nothing here (`kubernetes:pkg/controller/cronjob/cronjob_controllerv2.go`).
 */
function judgeSuspended(
  { metadata, status }: KubernetesCronJob,
  job: Pick<Gen3Job, 'suspended'> | undefined,
): Verdict {
  const { name } = metadata;
  if (!job) return byHand(name);
  if (!job.suspended) {
    return degraded('job-suspended', name, 'which is suspended');
  }
  return status?.lastScheduleTime === undefined
    ? byHand(name)
    : degraded(
        'job-suspended',
        name,
        'which ran on its schedule and is suspended since',
      );
}

function judgeTimes(input: {
  name: string;
  cronJob: KubernetesCronJob;
  runs: KubernetesJob[];
  now: number;
  succeededAt: number | undefined;
}): Verdict {
  const { name, cronJob, runs, now, succeededAt } = input;
  const { schedule = '' } = cronJob.spec ?? {};
  const since = succeededAt ?? createdAt(cronJob);
  const deadline = readDeadline(cronJob, { since, runs });
  if (deadline === undefined) {
    return {
      outcome: 'unknown',
      cause: 'not-visible',
      reason: `needs ${name}, whose schedule "${schedule}" tells the portal no times`,
    };
  }
  if (succeededAt === undefined) {
    return now <= deadline
      ? up(`has ${name} since lately`)
      : degraded(
          'job-never-ran',
          name,
          `which has not succeeded yet (${schedule})`,
        );
  }
  const age = describeDuration(now - succeededAt);
  return now <= deadline
    ? up(`ran ${name} ${age} ago`)
    : degraded(
        'job-late',
        name,
        `whose last success was ${age} ago (${schedule})`,
      );
}

function byHand(name: string): Verdict {
  return up(`runs ${name} by hand`);
}

function up(reason: string): Verdict {
  return { outcome: 'up', cause: 'ok', reason };
}

function degraded(
  cause: Verdict['cause'],
  name: string,
  clause: string,
): Verdict {
  return { outcome: 'degraded', cause, reason: `needs ${name}, ${clause}` };
}

/** One that does not say when it was made was made long ago. */
function createdAt({ metadata }: KubernetesCronJob): number {
  return Date.parse(metadata.creationTimestamp ?? new Date(0).toISOString());
}

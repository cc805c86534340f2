import {
  describeDuration,
  type Gen3Job,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { lastSuccessOf } from './lastSuccessOf';
import { newestRunOf } from './newestRunOf';
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
 * suspends is run by hand and never late, one that somebody suspended is degraded by that alone.
 *
 * @param input - `runs` are the Jobs that the CronJob made, or people made from it; `now` is in milliseconds since the epoch.
 */
export function judgeCronJob(input: {
  job: Pick<Gen3Job, 'name' | 'suspended'>;
  cronJob: KubernetesCronJob;
  runs: KubernetesJob[];
  now: number;
}): Verdict {
  const { job, cronJob, runs, now } = input;
  const { name } = job;
  const succeededAt = lastSuccessOf(cronJob, runs);
  const newest = newestRunOf(runs);
  if (
    newest?.failedAt !== undefined &&
    newest.failedAt > (succeededAt ?? -Infinity)
  ) {
    const age = describeDuration(now - newest.failedAt);
    return degraded('job-failed', name, `whose last run failed ${age} ago`);
  }
  const isNeverDue = NEVER_DUE.test(cronJob.spec?.schedule ?? '');
  if (cronJob.spec?.suspend || isNeverDue) {
    return job.suspended || isNeverDue
      ? up(`runs ${name} by hand`)
      : degraded('job-suspended', name, 'which is suspended');
  }
  return judgeTimes({ name, cronJob, runs, now, succeededAt });
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

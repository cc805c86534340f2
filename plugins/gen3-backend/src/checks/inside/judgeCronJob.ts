import {
  describeDuration,
  type Gen3Job,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { newestRunOf } from './newestRunOf';
import { listDueTimes } from './listDueTimes';

/**
 * 31 February: how charts say that a job is run by hand without suspending it
 * (`gen3-helm:helm/indexd/templates/migrate-to-single-table-indexd.yaml`).
 */
export const NEVER_DUE = /^\S+\s+\S+\s+(30|31)\s+2\s+\*$/;

/**
 * Judges a CronJob by its last success against its schedule, and by its newest run. Reasons are clauses that follow the
 * name of the service that needs it.
 *
 * One missed time is a run that takes long; two are late. A CronJob that the chart suspends is run by hand and never late, one
 * that somebody suspended is degraded by that alone.
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
  const degraded = (cause: Verdict['cause'], clause: string): Verdict => ({
    outcome: 'degraded',
    cause,
    reason: `needs ${name}, ${clause}`,
  });
  const ago = (at: number) => describeDuration(now - at);

  const newest = newestRunOf(runs);
  const succeededAt = Math.max(
    timeOf(cronJob.status?.lastSuccessfulTime) ?? -Infinity,
    newest?.succeededAt ?? -Infinity,
  );
  if (newest?.failedAt !== undefined && newest.failedAt > succeededAt) {
    return degraded(
      'job-failed',
      `whose last run failed ${ago(newest.failedAt)} ago`,
    );
  }
  const isNeverDue = NEVER_DUE.test(cronJob.spec?.schedule ?? '');
  if (cronJob.spec?.suspend || isNeverDue) {
    return job.suspended || isNeverDue
      ? { outcome: 'up', cause: 'ok', reason: `runs ${name} by hand` }
      : degraded('job-suspended', 'which is suspended');
  }
  const schedule = cronJob.spec?.schedule ?? '';
  const due = listDueTimes(schedule, {
    timeZone: cronJob.spec?.timeZone,
    before: now,
    count: 2,
  });
  if (!due) {
    return {
      outcome: 'unknown',
      cause: 'not-readable',
      reason: `needs ${name}, whose schedule "${schedule}" is none`,
    };
  }
  const missed = Math.min(...due);
  if (succeededAt >= missed) {
    return {
      outcome: 'up',
      cause: 'ok',
      reason: `ran ${name} ${ago(succeededAt)} ago`,
    };
  }
  const createdAt = timeOf(cronJob.metadata.creationTimestamp) ?? -Infinity;
  if (createdAt >= missed) {
    return { outcome: 'up', cause: 'ok', reason: `has ${name} since lately` };
  }
  return succeededAt === -Infinity
    ? degraded('job-never-ran', `which has not succeeded yet (${schedule})`)
    : degraded(
        'job-late',
        `whose last success was ${ago(succeededAt)} ago (${schedule})`,
      );
}

function timeOf(instant: string | undefined): number | undefined {
  return instant === undefined ? undefined : Date.parse(instant);
}

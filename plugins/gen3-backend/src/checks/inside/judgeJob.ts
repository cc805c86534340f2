import {
  describeDuration,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';
import { endOf } from './newestRunOf';

/**
 * Gen3's Jobs that run once take minutes, once their database is there, for which a whole commons is given half an hour
 * (`gen3-code-vigil:gen3-integration-tests/gen3_ci/scripts/setup_ci_env.sh`).
 */
const PATIENCE_MS = 60 * 60_000;

/**
 * A Job that runs once: it has failed, or has not ended for an hour, or nothing is to be said against it.
 *
 * @param about - `isShort` says that it is one of Gen3's Jobs that run once; others, and runs of what a CronJob does elsewhere, may take as long as they
 * like. `now` is in
 * milliseconds since the epoch.
 */
export function judgeJob(
  job: KubernetesJob,
  about: { now: number; isShort: boolean },
): Verdict {
  const { now, isShort } = about;
  const { name } = job.metadata;
  const end = endOf(job);
  if (end?.failedAt !== undefined) {
    const age = describeDuration(now - end.failedAt);
    return {
      outcome: 'degraded',
      cause: 'job-failed',
      reason: `needs ${name}, which failed ${age} ago`,
    };
  }
  if (end) return { outcome: 'up', cause: 'ok', reason: `has run ${name}` };
  const ageMs = now - beginOf(job, now);
  if (!isShort || ageMs <= PATIENCE_MS) {
    const reason = `has not ended ${name} yet`;
    return { outcome: 'up', cause: 'ok', reason };
  }
  const age = describeDuration(ageMs);
  return {
    outcome: 'degraded',
    cause: 'job-never-ran',
    reason: job.spec?.suspend
      ? `needs ${name}, which was made ${age} ago and is suspended`
      : `needs ${name}, which has not ended after ${age}`,
  };
}

/** A Job that says of no time is as new as it can be. */
function beginOf({ metadata, status }: KubernetesJob, now: number): number {
  const begin = status?.startTime ?? metadata.creationTimestamp;
  return begin === undefined ? now : Date.parse(begin);
}

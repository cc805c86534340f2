import {
  describeDuration,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';
import { endOf } from './newestRunOf';

/** A Job that runs once: it has failed, or nothing is to be said against it. */
export function judgeJob(
  name: string,
  job: KubernetesJob,
  now: number,
): Verdict {
  const end = endOf(job);
  if (end?.failedAt !== undefined) {
    const age = describeDuration(now - end.failedAt);
    return {
      outcome: 'degraded',
      cause: 'job-failed',
      reason: `needs ${name}, which failed ${age} ago`,
    };
  }
  const reason = end ? `has run ${name}` : `has not ended ${name} yet`;
  return { outcome: 'up', cause: 'ok', reason };
}

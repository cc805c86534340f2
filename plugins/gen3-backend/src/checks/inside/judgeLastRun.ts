import {
  describeDuration,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';
import { newestRunOf } from './newestRunOf';

/**
 * Says that the run of a job that ended last failed; undefined when it did not, or when a success is known that came after it. The reason is a
 * clause that follows the name of the service that needs the job.
 *
 * @param input - times are in milliseconds since the epoch.
 */
export function judgeLastRun(input: {
  name: string;
  runs: KubernetesJob[];
  /** @defaultValue what the runs tell */
  succeededAt?: number;
  now: number;
}): Verdict | undefined {
  const { name, runs, succeededAt = -Infinity, now } = input;
  const failedAt = newestRunOf(runs)?.failedAt;
  if (failedAt === undefined || failedAt <= succeededAt) return undefined;
  const age = describeDuration(now - failedAt);
  return {
    outcome: 'degraded',
    cause: 'job-failed',
    reason: `needs ${name}, whose last run failed ${age} ago`,
  };
}

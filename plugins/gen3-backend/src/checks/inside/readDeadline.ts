import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { endOf } from './newestRunOf';
import { readSchedule } from './readSchedule';

/** A run may take as long, whatever its CronJob's earlier runs took, in milliseconds: as long as a pod may wait to begin. */
const LEAST_RUN_MS = 10 * 60_000;

/**
 * From when on a CronJob is late: two periods of its schedule after its last success, and the time that a run takes. Periods are counted
 * from the time at which the run of that success was due, so that nights and weekends without any count as the schedule means them.
 *
 * @param about - `since` is the last success, or when the CronJob was made, in milliseconds since the epoch.
 * @returns milliseconds since the epoch; undefined when the schedule is none, or is never due.
 */
export function readDeadline(
  cronJob: KubernetesCronJob,
  about: { since: number; runs: KubernetesJob[] },
): number | undefined {
  const { since, runs } = about;
  const periodsMs = readSchedule(cronJob, {
    // What was due at this very instant is before it.
    at: since + 1,
    read: times => {
      const due = times.previous();
      times.next();
      return times.next() - due;
    },
  });
  return periodsMs === undefined ? undefined : since + periodsMs + runMs(runs);
}

/** What a run usually takes: the middle one of the successes that Kubernetes keeps. One that hung for long does not excuse the next. */
function runMs(runs: KubernetesJob[]): number {
  const took = runs
    .flatMap(run => {
      const end = endOf(run)?.succeededAt;
      const begin = run.status?.startTime;
      return end === undefined || begin === undefined
        ? []
        : end - Date.parse(begin);
    })
    .sort((a, b) => a - b);
  return Math.max(LEAST_RUN_MS, took[Math.floor(took.length / 2)] ?? 0);
}

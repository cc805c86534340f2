import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';

/** How the newest finished run ended; times in milliseconds since the epoch. */
export interface FinishedRun {
  succeededAt?: number;
  failedAt?: number;
}

/** How a Job ended, and when, which is after it began in any case; undefined while it runs, or when it tells no time at all. */
export function endOf(job: KubernetesJob): FinishedRun | undefined {
  const { status } = job;
  const find = (type: string) =>
    status?.conditions.find(
      each => each.type === type && each.status === 'True',
    );
  const begin = status?.startTime ?? job.metadata.creationTimestamp;
  const failed = find('Failed');
  if (failed) {
    const at = failed.lastTransitionTime ?? begin;
    return at === undefined ? undefined : { failedAt: Date.parse(at) };
  }
  const complete = find('Complete');
  const at =
    status?.completionTime ??
    complete?.lastTransitionTime ??
    (complete ? begin : undefined);
  return at === undefined ? undefined : { succeededAt: Date.parse(at) };
}

/** The run that ended last, of several. */
export function newestRunOf(runs: KubernetesJob[]): FinishedRun | undefined {
  const timeOf = ({ succeededAt, failedAt }: FinishedRun) =>
    succeededAt ?? failedAt ?? 0;
  return runs
    .flatMap(run => endOf(run) ?? [])
    .sort((a, b) => timeOf(b) - timeOf(a))[0];
}

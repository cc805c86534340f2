import {
  lateJobCause,
  type Reading,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/**
 * What a check of the inside is found by in the fleet: its cause unless it is well, the job that is late, and what else its newest result
 * found wrong. What tells nothing any more has only the cause of that.
 */
export function causesOfReading(
  { cause, status, state }: Reading,
  registry: ServiceRegistry,
): string[] {
  if (cause === 'ok') return [];
  if (status === 'unknown') return [cause];
  const late =
    cause === 'job-late'
      ? findLateJob(state.service, state.reason, registry)
      : undefined;
  return [
    cause,
    ...(late === undefined ? [] : [lateJobCause(late)]),
    ...(state.last.furtherCauses ?? []),
  ];
}

/**
 * Only CronJobs that the service needs are late. Most services need one at most; of several the one that the reason names, which is the
 * settled one and so belongs to the cause, as the evidence of the newest result may not.
 */
function findLateJob(
  service: string | undefined,
  reason: string,
  registry: ServiceRegistry,
): string | undefined {
  const jobs = service === undefined ? [] : registry.get(service)?.jobs ?? [];
  const names = jobs
    .filter(({ kind, needed }) => kind === 'CronJob' && needed)
    .map(({ name }) => name);
  return names.length === 1
    ? names[0]
    : names.find(name => reason.includes(`needs ${name},`));
}

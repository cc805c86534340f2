import {
  lateJobCause,
  type Reading,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** What a check of the inside is found by in the fleet: its cause unless it is well, and the job that is late. */
export function causesOfReading(
  { cause, state }: Reading,
  registry: ServiceRegistry,
): string[] {
  if (cause === 'ok') return [];
  const late =
    cause === 'job-late'
      ? findLateJob(state.service, state.reason, registry)
      : undefined;
  return late === undefined ? [cause] : [cause, lateJobCause(late)];
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

import type { Gen3Job } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';

/** The label of everything that Gen3's jobs run as; Kubernetes copies it from the pods to a Job that has no labels of its own. */
const GEN3_JOB = 'gen3job';

/** All names of a job of the registry. */
export function namesOfJob({
  name,
  legacyNames = [],
}: Pick<Gen3Job, 'name' | 'legacyNames'>): string[] {
  return [name, ...legacyNames];
}

/**
 * Name of the CronJob that a Job is a run of: its owner, or, of a Job of Gen3 that nobody owns, the one that it is named after.
 * `gen3 job run usersync` makes such a Job from a file, by the side of the CronJob (`cloud-automation:gen3/bin/job.sh`); `gen3 job run etl`
 * gives it another name of `etl-cronjob`.
 *
 * @param cronJobs - names of all CronJobs of the namespace.
 * @param known - jobs of the registry.
 */
export function cronJobOf(
  { metadata }: KubernetesJob,
  cronJobs: readonly string[],
  known: readonly Gen3Job[],
): string | undefined {
  const { name, ownerReferences } = metadata;
  const owner = ownerReferences.find(({ kind }) => kind === 'CronJob');
  if (owner) return owner.name;
  if (!isOfGen3Alone({ metadata })) return undefined;
  // The longest name is the nearest; of equal ones the CronJob that is really called so.
  const [nearest] = [
    ...cronJobs.map(of => ({ of, called: of })),
    ...known.flatMap(job => listOtherNames(job, cronJobs)),
  ]
    .filter(({ called }) => name === called || name.startsWith(`${called}-`))
    .sort((a, b) => b.called.length - a.called.length);
  return nearest?.of;
}

/** Whether a Job has Gen3's label, and nobody owns it. */
export function isOfGen3Alone({
  metadata,
}: Pick<KubernetesJob, 'metadata'>): boolean {
  return (
    metadata.ownerReferences.length === 0 && metadata.labels?.app === GEN3_JOB
  );
}

/** What else the CronJob of a job is called, whichever of the names it has. */
function listOtherNames(
  job: Gen3Job,
  cronJobs: readonly string[],
): { of: string; called: string }[] {
  const names = namesOfJob(job);
  return names.length === 1
    ? []
    : cronJobs
        .filter(cronJob => names.includes(cronJob))
        .flatMap(of => names.map(called => ({ of, called })));
}

import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';

/** The label of everything that Gen3's jobs run as; Kubernetes copies it from the pods to a Job that has no labels of its own. */
const GEN3_JOB = 'gen3job';

/**
 * Name of the CronJob that a Job is a run of: its owner, or, of a Job of Gen3 that nobody owns, the one that it is named after.
 * `gen3 job run usersync` makes such a Job from a file, by the side of the CronJob (`cloud-automation:gen3/bin/job.sh`).
 *
 * @param cronJobs - names of all CronJobs of the namespace.
 */
export function cronJobOf(
  { metadata }: KubernetesJob,
  cronJobs: readonly string[],
): string | undefined {
  const { name, ownerReferences } = metadata;
  const owner = ownerReferences.find(({ kind }) => kind === 'CronJob');
  if (owner) return owner.name;
  if (!isOfGen3Alone({ metadata })) return undefined;
  const [longest] = cronJobs
    .filter(cronJob => name === cronJob || name.startsWith(`${cronJob}-`))
    .sort((a, b) => b.length - a.length);
  return longest;
}

/** Whether a Job has Gen3's label, and nobody owns it. */
export function isOfGen3Alone({
  metadata,
}: Pick<KubernetesJob, 'metadata'>): boolean {
  return (
    metadata.ownerReferences.length === 0 && metadata.labels?.app === GEN3_JOB
  );
}

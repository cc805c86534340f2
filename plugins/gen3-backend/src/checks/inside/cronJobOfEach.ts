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
 * Name of the CronJob that each Job is a run of, of those that are: its owner, or, of a Job of Gen3 that nobody owns, the one that it is named
 * after. `gen3 job run usersync` makes such a Job from a file, by the side of the CronJob (`cloud-automation:gen3/bin/job.sh`);
 * `gen3 job run etl` gives it another name of `etl-cronjob`. For all at once, because sites let thousands of such Jobs lie about.
 *
 * @param namespace - `cronJobs` are the names of all CronJobs there are, `known` the jobs of the registry.
 */
export function cronJobOfEach<T extends Pick<KubernetesJob, 'metadata'>>(
  jobs: readonly T[],
  namespace: { cronJobs: readonly string[]; known: readonly Gen3Job[] },
): ReadonlyMap<T, string> {
  const names = listNamesOfCronJobs(namespace);
  return new Map(
    jobs.flatMap(job => {
      const cronJob = cronJobOf(job, names);
      return cronJob === undefined ? [] : [[job, cronJob] as const];
    }),
  );
}

/** What a CronJob is called. */
interface Name {
  of: string;
  called: string;
}

/** The longest name first, which is the nearest; of equal ones the CronJob that is really called so. */
function listNamesOfCronJobs(namespace: {
  cronJobs: readonly string[];
  known: readonly Gen3Job[];
}): Name[] {
  const { cronJobs, known } = namespace;
  return [
    ...cronJobs.map(of => ({ of, called: of })),
    ...known.flatMap(job => listOtherNames(job, cronJobs)),
  ].sort((a, b) => b.called.length - a.called.length);
}

function cronJobOf(
  { metadata }: Pick<KubernetesJob, 'metadata'>,
  names: readonly Name[],
): string | undefined {
  const { name, ownerReferences } = metadata;
  const owner = ownerReferences.find(({ kind }) => kind === 'CronJob');
  if (owner) return owner.name;
  if (!isOfGen3Alone({ metadata })) return undefined;
  return names.find(
    ({ called }) => name === called || name.startsWith(`${called}-`),
  )?.of;
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
function listOtherNames(job: Gen3Job, cronJobs: readonly string[]): Name[] {
  const names = namesOfJob(job);
  return names.length === 1
    ? []
    : cronJobs
        .filter(cronJob => names.includes(cronJob))
        .flatMap(of => names.map(called => ({ of, called })));
}

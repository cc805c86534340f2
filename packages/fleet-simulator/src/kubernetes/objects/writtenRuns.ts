import { changesOfKind, WrittenJob } from '../changes/Change';
import { nameSuffix } from '../metadata';
import { later } from '../timestamps';
import { NamespaceView } from '../views';
import { durationOf, JobRun } from './jobRun';

/** The runs of Jobs that somebody made, newest first. Pure, from when they were made and what is usual. */
export function writtenRuns(
  view: NamespaceView,
  isMeant: (job: WrittenJob) => boolean,
): JobRun[] {
  const { now } = view.cluster;
  return changesOfKind(view.changes, 'createJob')
    .filter(({ job, at }) => isMeant(job) && at <= now)
    .map(({ job, at }) => runOf(view, job, at))
    .reverse();
}

function runOf(view: NamespaceView, job: WrittenJob, startedAt: Date): JobRun {
  const usual = job.owner?.name ?? job.container;
  const finishedAt = later(startedAt, durationOf(view, usual));
  const isOver = finishedAt <= view.cluster.now;
  return {
    name: job.name,
    plan: {
      name: job.container,
      image: job.image,
      kind: 'Job',
      title: job.name,
      service: '',
    },
    startedAt,
    ...(isOver ? { finishedAt } : {}),
    hasFailed: isOver && job.fails,
    written: job,
  };
}

/** Whether a Job is one of a CronJob: its controller looks after it, and counts its success. */
export function isOwnedBy({ owner }: WrittenJob, cronJob: string): boolean {
  return (
    owner?.kind === 'CronJob' && owner.controller && owner.name === cronJob
  );
}

/** When somebody deleted this very run; undefined when nobody did. */
export function deletedAt(
  view: NamespaceView,
  { name, startedAt }: Pick<JobRun, 'name' | 'startedAt'>,
): Date | undefined {
  return changesOfKind(view.changes, 'deleteJob').find(
    change => change.name === name && change.at >= startedAt,
  )?.at;
}

/** The name of a new object from what somebody wrote as `generateName`. */
export function generatedName(
  { facts, cluster, changes }: NamespaceView,
  generateName: string,
): string {
  const topic = `${generateName} ${cluster.now.getTime()} ${changes.length}`;
  return `${generateName}${nameSuffix(facts, topic, 5)}`;
}

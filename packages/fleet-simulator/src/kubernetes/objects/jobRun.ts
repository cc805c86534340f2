import { installedAt } from '../ages';
import { WrittenJob } from '../changes/Change';
import { DATABASES_MS } from '../sync/planSyncs';
import { later, SECOND_MS } from '../timestamps';
import { NamespaceView } from '../views';
import { JobPlan } from './jobPlans';

/** One run: a Job object. */
export interface JobRun {
  name: string;
  plan: JobPlan;
  startedAt: Date;
  /** Undefined while it runs. */
  finishedAt?: Date;
  hasFailed: boolean;
  /** What somebody wrote, where it is not from the charts. */
  written?: WrittenJob;
}

/** How long a run of a job usually takes, in milliseconds. */
export function durationOf({ facts }: NamespaceView, name: string): number {
  return facts.number(`duration of ${name}`, 15, 110) * SECOND_MS;
}

/** When a service came: long ago, or while the simulator ran. */
export function serviceCreatedAt(view: NamespaceView, service: string): Date {
  const [first] = view.sync.releasesOf(service);
  return first && first.at > view.cluster.startedAt
    ? first.at
    : installedAt(view);
}

/** When a Job of the charts runs, which runs once; those that make databases are faster in an operation of Argo CD. */
export function singleRunTimes(
  view: NamespaceView,
  { name, service }: JobPlan,
): { startedAt: Date; finishedAt: Date } {
  const { operations } = view.sync;
  const operation = operations.findLast(
    ({ creates, startedAt }) =>
      creates.includes(service) && startedAt <= view.cluster.now,
  );
  if (operation && name.endsWith('-dbcreate')) {
    const startedAt = later(operation.startedAt, SECOND_MS);
    const longest = DATABASES_MS / SECOND_MS - 2;
    const seconds = view.facts.number(`making of ${name}`, 3, longest);
    return { startedAt, finishedAt: later(startedAt, seconds * SECOND_MS) };
  }
  const startedAt = later(serviceCreatedAt(view, service), 20 * SECOND_MS);
  return { startedAt, finishedAt: later(startedAt, durationOf(view, name)) };
}

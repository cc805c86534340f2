import { installedAt } from '../ages';
import { WrittenJob } from '../changes/Change';
import { DATABASES_MS } from '../sync/planSyncs';
import { later, SECOND_MS } from '../timestamps';
import { NamespaceView } from '../views';
import { JobPlan } from './jobPlans';

/** How long a run may take in an operation of Argo CD. */
const LONGEST_FIRST_SECONDS = DATABASES_MS / SECOND_MS - 2;

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

/** When a Job of the charts runs, which runs once. In an operation of Argo CD it is fast, so that all is well within a minute. */
export function singleRunTimes(
  view: NamespaceView,
  plan: JobPlan,
): { startedAt: Date; finishedAt: Date } {
  const { facts, cluster } = view;
  const { name } = plan;
  const createdAt = appliedAt(view, plan);
  if (createdAt > cluster.startedAt) {
    const startedAt = later(createdAt, SECOND_MS);
    const seconds = facts.number(`first ${name}`, 3, LONGEST_FIRST_SECONDS);
    return { startedAt, finishedAt: later(startedAt, seconds * SECOND_MS) };
  }
  const startedAt = later(createdAt, 20 * SECOND_MS);
  return { startedAt, finishedAt: later(startedAt, durationOf(view, name)) };
}

/** Those that make databases come before their service. */
function appliedAt(view: NamespaceView, { name, service }: JobPlan): Date {
  const operation = view.sync.operations.findLast(
    ({ creates, startedAt }) =>
      creates.includes(service) && startedAt <= view.cluster.now,
  );
  return operation && name.endsWith('-dbcreate')
    ? operation.startedAt
    : serviceCreatedAt(view, service);
}

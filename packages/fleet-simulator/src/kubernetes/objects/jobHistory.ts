import { NamespaceView } from '../views';
import { JobPlan } from './jobPlans';
import { JobRun } from './jobRun';
import { deletedAt, isOwnedBy, writtenRuns } from './writtenRuns';

/** What the jobs of a plan look like now. */
export interface JobHistory {
  plan: JobPlan;
  /** Newest first; only those that Kubernetes keeps. */
  runs: JobRun[];
  /** When the schedule last made one. */
  lastScheduledAt?: Date;
  lastSuccessAt?: Date;
}

/** `successfulJobsHistoryLimit`; of failed ones the last is kept (`gen3-helm:helm/fence/templates/usersync-cron.yaml`). */
export const KEPT_SUCCESSES = 3;
const KEPT_FAILURES = 1;

/** Jobs that somebody made of a CronJob are its own, and are cleared away with the others. */
export function withWrittenRuns(
  view: NamespaceView,
  { plan, runs, lastScheduledAt, lastSuccessAt }: JobHistory,
): JobHistory {
  const written = writtenRuns(view, job => isOwnedBy(job, plan.name));
  const all = [...written, ...runs].sort(
    (a, b) => b.startedAt.getTime() - a.startedAt.getTime(),
  );
  const successes = all.filter(run => run.finishedAt && !run.hasFailed);
  const failures = all.filter(run => run.hasFailed);
  const gone = [
    ...successes.slice(KEPT_SUCCESSES),
    ...failures.slice(KEPT_FAILURES),
  ];
  const last = [lastSuccessAt, ...written.map(successAt(view))]
    .flatMap(time => time ?? [])
    .sort((a, b) => a.getTime() - b.getTime())
    .at(-1);
  return {
    plan,
    runs: all.filter(run => !gone.includes(run)),
    ...(lastScheduledAt ? { lastScheduledAt } : {}),
    ...(last ? { lastSuccessAt: last } : {}),
  };
}

/** A Job that was deleted before it was done has not succeeded. */
export function successAt(
  view: NamespaceView,
): (run: JobRun) => Date | undefined {
  return run => {
    const deleted = deletedAt(view, run);
    const { finishedAt } = run;
    const isDone = finishedAt && !(deleted && deleted < finishedAt);
    return isDone && !run.hasFailed ? finishedAt : undefined;
  };
}

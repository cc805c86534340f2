import { Fault, USUAL_LATE_HOURS } from '../../faults/types';
import { nameSuffix } from '../metadata';
import { lastDue, nextDue } from '../schedule';
import { HOUR_MS, later, MINUTE_MS, SECOND_MS } from '../timestamps';
import { NamespaceView } from '../views';
import {
  JobHistory,
  KEPT_SUCCESSES,
  successAt,
  withWrittenRuns,
} from './jobHistory';
import { JobPlan } from './jobPlans';
import { durationOf, JobRun, serviceCreatedAt, singleRunTimes } from './jobRun';
import { deletedAt } from './writtenRuns';

/** What has become of a job: pure, from its schedule, its fault, what people did and the time. */
export function historyOf(view: NamespaceView, plan: JobPlan): JobHistory {
  const fault = view.faultOf(plan.name);
  const history =
    plan.kind === 'Job' || plan.schedule === undefined
      ? singleRun(view, plan, fault)
      : withWrittenRuns(view, scheduledRuns(view, plan, plan.schedule, fault));
  return {
    ...history,
    runs: history.runs.filter(run => !deletedAt(view, run)),
  };
}

function singleRun(
  view: NamespaceView,
  plan: JobPlan,
  { failedJob, hangingJob }: Fault,
): JobHistory {
  const { now } = view.cluster;
  const { startedAt, finishedAt } = singleRunTimes(view, plan);
  if (startedAt > now) {
    return { plan, runs: [] };
  }
  const run = { name: plan.name, plan, startedAt };
  const hangs = hangingJob && startedAt >= view.brokenSince(plan.name);
  if (hangs || finishedAt > now) {
    return { plan, runs: [{ ...run, hasFailed: false }] };
  }
  return failedJob
    ? { plan, runs: [{ ...run, finishedAt, hasFailed: true }] }
    : {
        plan,
        runs: [{ ...run, finishedAt, hasFailed: false }],
        lastSuccessAt: finishedAt,
      };
}

/** Four retries with kubelet's growing pauses between them. */
const FAILING_MS = 4 * MINUTE_MS;

function scheduledRuns(
  view: NamespaceView,
  plan: JobPlan,
  schedule: string,
  fault: Fault,
): JobHistory {
  const { now } = view.cluster;
  const latest = plan.suspended ? undefined : lastDue(schedule, now);
  if (!latest) {
    return { plan, runs: fault.failedJob ? [failedByHand(view, plan)] : [] };
  }
  const broken = brokenRuns(view, plan, { schedule, latest, fault });
  const lastGood = broken
    ? lastDue(schedule, later(broken.from, -MINUTE_MS))
    : latest;
  const duration = durationOf(view, plan.name);
  const good = dueTimes(schedule, lastGood, KEPT_SUCCESSES + 1).map(dueAt =>
    runOf(plan, dueAt, later(dueAt, duration), now),
  );
  const createdAt = serviceCreatedAt(view, plan.service);
  const runs = [...(broken?.runs ?? []), ...good].filter(
    ({ startedAt }) => startedAt >= createdAt,
  );
  const [lastSuccessAt] = runs.flatMap(run => successAt(view)(run) ?? []);
  return {
    plan,
    runs,
    ...(runs.length > 0 ? { lastScheduledAt: runs[0].startedAt } : {}),
    ...(lastSuccessAt ? { lastSuccessAt } : {}),
  };
}

/** A run that was due; it still runs when it ends later than now, or never. */
function runOf(
  plan: JobPlan,
  dueAt: Date,
  finishedAt: Date | undefined,
  now: Date,
): JobRun {
  return {
    name: `${plan.name}-${Math.floor(dueAt.getTime() / MINUTE_MS)}`,
    plan,
    startedAt: dueAt,
    ...(finishedAt && finishedAt <= now ? { finishedAt } : {}),
    hasFailed: false,
  };
}

/** What never runs by schedule was started by somebody, just before it failed. */
function failedByHand(view: NamespaceView, plan: JobPlan): JobRun {
  const finishedAt = view.brokenSince(plan.name);
  return {
    name: `${plan.name}-${nameSuffix(view.facts, `${plan.name} by hand`, 5)}`,
    plan,
    startedAt: later(finishedAt, -FAILING_MS),
    finishedAt,
    hasFailed: true,
  };
}

/** The runs since a fault, newest first, and when the first of them was due; undefined without one. */
function brokenRuns(
  view: NamespaceView,
  plan: JobPlan,
  options: { schedule: string; latest: Date; fault: Fault },
): { from: Date; runs: JobRun[] } | undefined {
  const { schedule, latest, fault } = options;
  const since = view.brokenSince(plan.name);
  if (fault.lateJob || fault.hangingJob) {
    return hungRun(view, plan, { schedule, fault });
  }
  // The run before the fault is the first that failed, so that it is seen at once.
  const from = fault.failedJob ? lastDue(schedule, since) : undefined;
  return (
    from && {
      from,
      runs: dueTimes(schedule, latest, 2)
        .filter(dueAt => dueAt >= from)
        .map(dueAt => {
          const failedAt = Math.min(
            later(dueAt, FAILING_MS).getTime(),
            dueAt > from
              ? Infinity
              : Math.max(since.getTime(), dueAt.getTime() + SECOND_MS),
          );
          const end = new Date(failedAt);
          const run = runOf(plan, dueAt, end, view.cluster.now);
          return { ...run, hasFailed: run.finishedAt !== undefined };
        })
        // The last failed one is kept, and the one that is still retrying.
        .filter((run, index) => index === 0 || run.hasFailed),
    }
  );
}

/** The run that never ends, which forbids those after it; undefined as long as it has not begun. */
function hungRun(
  view: NamespaceView,
  plan: JobPlan,
  options: { schedule: string; fault: Fault },
): { from: Date; runs: JobRun[] } | undefined {
  const { schedule, fault } = options;
  const { now } = view.cluster;
  const since = view.brokenSince(plan.name);
  const from = fault.lateJob
    ? lastDue(schedule, later(since, -lateMs(fault.lateJob)))
    : nextDue(schedule, since);
  return from && from <= now
    ? { from, runs: [runOf(plan, from, undefined, now)] }
    : undefined;
}

function lateMs(lateJob: true | number): number {
  return (lateJob === true ? USUAL_LATE_HOURS : lateJob) * HOUR_MS;
}

/** The last `count` times that a schedule was due, newest first. */
function dueTimes(
  schedule: string,
  latest: Date | undefined,
  count: number,
): Date[] {
  const times: Date[] = [];
  let at = latest;
  while (at && times.length < count) {
    times.push(at);
    at = lastDue(schedule, later(at, -MINUTE_MS));
  }
  return times;
}

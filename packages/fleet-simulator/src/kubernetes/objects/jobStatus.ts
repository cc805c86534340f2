import { timestamp } from '../timestamps';
import { Condition } from '../types';
import { JobRun } from './jobRun';

/** `status` of a Job. */
export interface JobStatus {
  startTime: string;
  completionTime?: string;
  active?: number;
  ready?: number;
  succeeded?: number;
  failed?: number;
  conditions?: Condition[];
  uncountedTerminatedPods?: object;
}

/** Gen3's jobs are tried once and then four times more (`gen3-helm:helm/fence/templates/usersync-cron.yaml`). */
export const BACKOFF_LIMIT = 4;

/** What the job controller reports of a run; an old cluster has fewer conditions and counts. */
export function createJobStatus(run: JobRun, isOld: boolean): JobStatus {
  const startTime = timestamp(run.startedAt);
  const ready = run.finishedAt ? 0 : 1;
  const more = isOld ? {} : { ready, uncountedTerminatedPods: {} };
  if (!run.finishedAt) {
    return { startTime, active: 1, ...more };
  }
  const at = timestamp(run.finishedAt);
  return run.hasFailed
    ? {
        startTime,
        ...more,
        failed: BACKOFF_LIMIT + 1,
        conditions: conditionsOf(['FailureTarget', 'Failed'], at, isOld, {
          reason: 'BackoffLimitExceeded',
          message: 'Job has reached the specified backoff limit',
        }),
      }
    : {
        startTime,
        completionTime: at,
        ...more,
        succeeded: 1,
        conditions: conditionsOf(
          ['SuccessCriteriaMet', 'Complete'],
          at,
          isOld,
          {
            reason: 'CompletionsReached',
            message: 'Reached expected number of succeeded pods',
          },
        ),
      };
}

/** Kubernetes 1.31 and on announce the end before they declare it. */
function conditionsOf(
  types: [string, string],
  at: string,
  isOld: boolean,
  why: Pick<Condition, 'reason' | 'message'>,
): Condition[] {
  return (isOld ? types.slice(1) : types).map(type => ({
    type,
    status: 'True',
    lastProbeTime: at,
    lastTransitionTime: at,
    ...why,
  }));
}

import { NamespaceView } from '../views';
import { createCronJobReference } from './cronJobMetadata';
import { Happening } from './Happening';
import { JobRun } from './jobRun';
import { jobPodName } from './jobPods';
import { Job } from './jobs';

/** What the controllers of Jobs and CronJobs report of a run. */
export function jobHappenings(
  view: NamespaceView,
  run: JobRun,
  job: Job,
): Happening[] {
  const { finishedAt } = run;
  return [
    {
      object: job,
      component: 'job-controller',
      at: run.startedAt,
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `Created pod: ${jobPodName(view, run, 0)}`,
    },
    ...(finishedAt ? [ending(run, job, finishedAt)] : []),
    ...(run.plan.kind === 'CronJob' ? ofCronJob(view, run) : []),
  ];
}

function ending({ hasFailed }: JobRun, object: Job, at: Date): Happening {
  const reporter = { object, component: 'job-controller', at };
  return hasFailed
    ? {
        ...reporter,
        type: 'Warning',
        reason: 'BackoffLimitExceeded',
        message: 'Job has reached the specified backoff limit',
      }
    : {
        ...reporter,
        type: 'Normal',
        reason: 'Completed',
        message: 'Job completed',
      };
}

function ofCronJob(view: NamespaceView, run: JobRun): Happening[] {
  const { name, plan, startedAt, finishedAt, hasFailed } = run;
  const reporter = {
    object: createCronJobReference(view, plan),
    component: 'cronjob-controller',
    type: 'Normal' as const,
  };
  const created: Happening = {
    ...reporter,
    at: startedAt,
    reason: 'SuccessfulCreate',
    message: `Created job ${name}`,
  };
  const condition = hasFailed ? 'Failed' : 'Complete';
  return finishedAt
    ? [
        created,
        {
          ...reporter,
          at: finishedAt,
          reason: 'SawCompletedJob',
          message: `Saw completed job: ${name}, condition: ${condition}`,
        },
      ]
    : [created];
}

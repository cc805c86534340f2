import {
  JobsResponse,
  WorkloadsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { minutesAgo } from './fixtures';

const head = {
  entityRef: 'system:default/heart.example',
  hostname: 'heart.example',
  place: { cluster: 'east-1', namespace: 'heart' },
  unreadable: [],
};

type Workload = WorkloadsResponse['workloads'][number];
type Job = JobsResponse['jobs'][number];

/** A fence whose pod is ready. */
export function workload(change: Partial<Workload> = {}): Workload {
  return {
    name: 'fence-deployment',
    kind: 'Deployment',
    service: 'fence',
    declared: true,
    outcome: 'up',
    cause: 'ok',
    reason: 'has 1 of 1 pods ready',
    replicas: { ready: 1, wanted: 1 },
    runningTags: ['2026.07'],
    declaredTag: '2026.07',
    restarts: 0,
    createdAt: minutesAgo(90),
    events: [],
    ...change,
  };
}

/** A namespace with a fence. */
export function workloadsResponse(
  change: Partial<WorkloadsResponse> = {},
): WorkloadsResponse {
  return {
    ...head,
    asOf: minutesAgo(0),
    workloads: [workload()],
    ...change,
  };
}

/** A usersync that succeeded lately. */
export function job(change: Partial<Job> = {}): Job {
  return {
    name: 'usersync',
    kind: 'CronJob',
    service: 'fence',
    needed: true,
    outcome: 'up',
    cause: 'ok',
    reason: 'ran usersync 10 min ago',
    schedule: '*/30 * * * *',
    suspended: false,
    byHand: false,
    nextRunAt: new Date(Date.now() + 20.5 * 60_000).toISOString(),
    lastSuccessAt: minutesAgo(10),
    runs: [
      {
        name: 'usersync-1',
        state: 'succeeded',
        startedAt: minutesAgo(12),
        endedAt: minutesAgo(10),
        durationMs: 120_000,
      },
    ],
    ...change,
  };
}

/** A namespace with a usersync. */
export function jobsResponse(change: Partial<JobsResponse> = {}): JobsResponse {
  return { ...head, asOf: minutesAgo(0), jobs: [job()], ...change };
}

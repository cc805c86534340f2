import {
  brokenPod,
  type Container,
  container,
  deployment,
  minutesAgo,
  pod,
} from './__testUtils__/kubernetesObjects';
import { judgeFence as judge } from './__testUtils__/judgeFence';
import type { WorkloadInput } from './judgeWorkload';

const UNREADY = [{ type: 'Ready', status: 'False' }];
const RUNNING = { running: { startedAt: minutesAgo(2) } };
const LOOPING = { waiting: { reason: 'CrashLoopBackOff' } };

const ended = (exitCode: number, minutes: number, reason = 'Error') => ({
  terminated: { exitCode, reason, finishedAt: minutesAgo(minutes) },
});

/** A pod that serves, and whose container began anew. */
const renewed = (change: Partial<Container>) =>
  pod({
    status: {
      startTime: minutesAgo(30 * 24 * 60),
      containerStatuses: [container({ state: RUNNING, ...change })],
    },
  });

const refused = (
  message: string,
  options: { ready?: number; reason?: string } = {},
) => {
  const { ready = 0, reason = 'FailedCreate' } = options;
  const workload = deployment({ ready });
  return {
    ...workload,
    status: {
      ...workload.status,
      conditions: [{ type: 'ReplicaFailure', status: 'True', reason, message }],
    },
  };
};

const QUOTA =
  'pods "fence-7d9-" is forbidden: exceeded quota: compute, requested: memory=2Gi, used: memory=7Gi, limited: memory=8Gi';
const WEBHOOK =
  'Internal error occurred: failed calling webhook "policy.example": no endpoints available';

/** A pod of a node that was shut down. */
const leftover = pod({
  name: 'fence-0',
  status: {
    phase: 'Failed',
    conditions: UNREADY,
    containerStatuses: [container({ state: ended(137, 90) })],
  },
});

/** A pod that runs for so long, and is not ready. */
const unready = (minutes: number) =>
  pod({
    name: 'fence-2',
    metadata: { creationTimestamp: minutesAgo(minutes) },
    status: { conditions: UNREADY },
  });

/** A pod that was told to end a minute ago, and whose container has. */
const ending = pod({
  name: 'fence-2',
  metadata: { deletionTimestamp: minutesAgo(1) },
  status: {
    conditions: UNREADY,
    containerStatuses: [container({ state: ended(143, 0) })],
  },
});

describe('where fewer pods are ready than wanted', () => {
  it.each<[string, Partial<WorkloadInput>, string, string]>([
    [
      'Kubernetes refuses to make pods for want of quota',
      { workload: refused(QUOTA), pods: [] },
      'quota-used-up',
      `Kubernetes makes no more pods (${QUOTA})`,
    ],
    [
      'a webhook refuses them',
      { workload: refused(WEBHOOK), pods: [] },
      'pods-not-created',
      `Kubernetes makes no more pods (${WEBHOOK})`,
    ],
    [
      'they are refused, and pods cannot be read',
      { workload: refused(WEBHOOK), pods: undefined },
      'pods-not-created',
      `Kubernetes makes no more pods (${WEBHOOK})`,
    ],
    [
      'they are refused, and a leftover is still there',
      { workload: refused(WEBHOOK), pods: [leftover] },
      'pods-not-created',
      `Kubernetes makes no more pods (${WEBHOOK})`,
    ],
    [
      'only the end of pods fails, and none are there',
      { workload: refused('no', { reason: 'FailedDelete' }), pods: [] },
      'short-of-pods',
      'no pods of fence-deployment are found',
    ],
    // It was said to run and not to pass its readiness probe.
    [
      'the pod is just being made',
      {
        pods: [
          pod({
            metadata: { creationTimestamp: minutesAgo(1) },
            status: { phase: 'Pending', conditions: UNREADY },
          }),
        ],
      },
      'short-of-pods',
      'nothing says yet why (fence-deployment)',
    ],
    // Patience is for those that are not missed.
    [
      'the only pod is young and not ready',
      { pods: [unready(1)] },
      'not-ready',
      'fence-2 runs but does not pass its readiness probe',
    ],
    [
      'a young pod is not ready beside a leftover',
      { pods: [leftover, unready(1)] },
      'not-ready',
      'fence-2 runs but does not pass its readiness probe',
    ],
    [
      'the pod is not ready after it was out of memory',
      {
        pods: [
          brokenPod({
            restartCount: 1,
            state: RUNNING,
            lastState: ended(137, 5, 'OOMKilled'),
          }),
        ],
      },
      'out-of-memory',
      'fence-1 takes more memory than its limit (fence, 1 restart)',
    ],
    [
      'the pod is killed again and again',
      {
        pods: [
          brokenPod({
            restartCount: 7,
            state: LOOPING,
            lastState: ended(137, 1),
          }),
        ],
      },
      'killed',
      'fence-1 was killed, as kubelet does when its liveness or startup probe fails (exit code 137, 7 restarts)',
    ],
    [
      'a container before the service is killed, which has no liveness probe',
      {
        pods: [
          pod({
            status: {
              phase: 'Pending',
              conditions: UNREADY,
              initContainerStatuses: [
                container({
                  name: 'fence-init',
                  state: LOOPING,
                  lastState: ended(137, 1),
                }),
              ],
            },
          }),
        ],
      },
      'init-failed',
      'fence-1 fails in its init container fence-init (exit code 137, 0 restarts)',
    ],
    // The container of a pod that ends was said to crash-loop.
    [
      'the pod before ends, and no other is there yet',
      { pods: [ending] },
      'short-of-pods',
      'nothing says yet why (fence-deployment)',
    ],
  ])('says that %s', (_, input, cause, clause) => {
    expect(judge({ workload: deployment({ ready: 0 }), ...input })).toEqual({
      outcome: 'down',
      cause,
      reason: `has 0 of 1 pods ready: ${clause}`,
    });
  });
});

describe('where as many pods are ready as wanted', () => {
  it.each<[string, Partial<WorkloadInput>]>([
    // A node that was shut down made its commons degraded until somebody cleaned up.
    ['a leftover of a node that was shut down', { pods: [pod(), leftover] }],
    ['a pod that ends in good time', { pods: [pod(), ending] }],
    ['a new pod that is not ready yet', { pods: [pod(), unready(1)] }],
    [
      'a pod that was killed once',
      { pods: [renewed({ restartCount: 1, lastState: ended(137, 5) })] },
    ],
    [
      'a pod that was out of memory long ago',
      {
        pods: [
          renewed({ restartCount: 1, lastState: ended(137, 90, 'OOMKilled') }),
        ],
      },
    ],
    [
      'a pod that restarts now and then',
      {
        pods: [renewed({ restartCount: 3, lastState: ended(1, 5) })],
        recentRestarts: new Map([['fence-1', 3]]),
      },
    ],
  ])('does not mind %s', (_, input) => {
    expect(judge(input)).toMatchObject({ outcome: 'up', cause: 'ok' });
  });

  it.each<[string, Partial<WorkloadInput>, string, string]>([
    [
      'a pod that still is not ready after ten minutes',
      { pods: [pod(), unready(11)] },
      'not-ready',
      'fence-2 runs but does not pass its readiness probe',
    ],
    [
      'a new pod that has begun anew already',
      {
        pods: [
          pod({ name: 'fence-0' }),
          pod({
            metadata: { creationTimestamp: minutesAgo(1) },
            status: {
              conditions: UNREADY,
              containerStatuses: [
                container({ restartCount: 1, lastState: ended(1, 0) }),
              ],
            },
          }),
        ],
      },
      'not-ready',
      'fence-1 runs but does not pass its readiness probe',
    ],
    [
      'a rollout whose pods Kubernetes refuses',
      { workload: refused(QUOTA, { ready: 1 }) },
      'quota-used-up',
      `Kubernetes makes no more pods (${QUOTA})`,
    ],
    [
      'a pod that was out of memory within the hour, and runs again',
      {
        pods: [
          renewed({ restartCount: 1, lastState: ended(137, 50, 'OOMKilled') }),
        ],
      },
      'out-of-memory',
      'fence-1 takes more memory than its limit (fence, 1 restart)',
    ],
    // The mean of its month is 0.03 an hour.
    [
      'an old pod that was seen to restart twenty times within the hour',
      {
        pods: [renewed({ restartCount: 20, lastState: ended(1, 5) })],
        recentRestarts: new Map([['fence-1', 20]]),
      },
      'restarting',
      'fence-1 restarts 20 times an hour',
    ],
    [
      'one that is killed as often',
      {
        pods: [renewed({ restartCount: 20, lastState: ended(143, 5) })],
        recentRestarts: new Map([['fence-1', 20]]),
      },
      'killed',
      'fence-1 restarts 20 times an hour: it was killed, as kubelet does when its liveness or startup probe fails (exit code 143, 20 restarts)',
    ],
  ])('warns of %s', (_, input, cause, clause) => {
    expect(judge(input)).toEqual({
      outcome: 'degraded',
      cause,
      reason: `has 1 of 1 pods ready, but ${clause}`,
    });
  });
});

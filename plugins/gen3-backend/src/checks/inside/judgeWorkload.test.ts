import {
  brokenPod,
  container,
  deployment,
  minutesAgo,
  pod,
} from './__testUtils__/kubernetesObjects';
import { judgeFence as judge } from './__testUtils__/judgeFence';
import type { WorkloadInput } from './judgeWorkload';

const crashing = brokenPod({
  restartCount: 7,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: { terminated: { exitCode: 1, reason: 'Error' } },
});

const notReady = { conditions: [{ type: 'Ready', status: 'False' }] };

describe('judgeWorkload', () => {
  it.each<[string, Partial<WorkloadInput>, string, string, string]>([
    ['all pods ready', {}, 'up', 'ok', 'has 1 of 1 pods ready'],
    [
      'more pods than wanted, while a rollout goes on',
      { workload: deployment({ ready: 2 }), pods: [pod(), pod()] },
      'up',
      'ok',
      'has 2 of 1 pods ready',
    ],
    [
      'no such Deployment',
      { workload: undefined, pods: undefined },
      'down',
      'missing-workload',
      'has no fence-deployment in its namespace',
    ],
    [
      'none wanted',
      { workload: deployment({ replicas: 0 }), pods: [] },
      'degraded',
      'scaled-to-zero',
      'is scaled to zero (fence-deployment)',
    ],
    [
      'some ready',
      {
        workload: deployment({ replicas: 2, ready: 1 }),
        pods: [pod(), crashing],
      },
      'degraded',
      'crash-loop',
      'has 1 of 2 pods ready: fence-1 crash-loops (exit code 1, 7 restarts)',
    ],
    [
      'none ready, a container that ends',
      { workload: deployment({ ready: 0 }), pods: [crashing] },
      'down',
      'crash-loop',
      'has 0 of 1 pods ready: fence-1 crash-loops (exit code 1, 7 restarts)',
    ],
    [
      'none ready, an image that is not there',
      {
        workload: deployment({ ready: 0 }),
        pods: [
          brokenPod({ state: { waiting: { reason: 'ImagePullBackOff' } } }),
        ],
      },
      'down',
      'image-pull',
      'has 0 of 1 pods ready: fence-1 cannot pull quay.io/cdis/fence:2026.07 (ImagePullBackOff)',
    ],
    [
      'none ready, a container over its limit',
      {
        workload: deployment({ ready: 0 }),
        pods: [
          brokenPod({
            restartCount: 1,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
          }),
        ],
      },
      'down',
      'out-of-memory',
      'has 0 of 1 pods ready: fence-1 takes more memory than its limit (fence, 1 restart)',
    ],
    [
      'none ready, a Secret that is missing',
      {
        workload: deployment({ ready: 0 }),
        pods: [
          brokenPod({
            state: {
              waiting: {
                reason: 'CreateContainerConfigError',
                message: 'secret "fence-config" not found',
              },
            },
          }),
        ],
      },
      'down',
      'container-config',
      'has 0 of 1 pods ready: fence-1 cannot be made (CreateContainerConfigError: secret "fence-config" not found)',
    ],
    [
      'none ready, a migration that fails',
      {
        workload: deployment({ ready: 0 }),
        pods: [
          pod({
            status: {
              ...notReady,
              phase: 'Pending',
              initContainerStatuses: [
                container({
                  name: 'fence-init',
                  restartCount: 3,
                  state: { waiting: { reason: 'CrashLoopBackOff' } },
                  lastState: { terminated: { exitCode: 1 } },
                }),
              ],
              containerStatuses: [],
            },
          }),
        ],
      },
      'down',
      'init-failed',
      'has 0 of 1 pods ready: fence-1 fails in its init container fence-init (exit code 1, 3 restarts)',
    ],
    [
      'none ready, no node',
      {
        workload: deployment({ ready: 0 }),
        pods: [
          pod({
            status: {
              phase: 'Pending',
              containerStatuses: [],
              conditions: [
                {
                  type: 'PodScheduled',
                  status: 'False',
                  reason: 'Unschedulable',
                  message: '0/3 nodes are available: 3 Insufficient memory.',
                },
              ],
            },
          }),
        ],
      },
      'down',
      'unschedulable',
      'has 0 of 1 pods ready: fence-1 finds no node (0/3 nodes are available: 3 Insufficient memory.)',
    ],
    [
      'none ready, a pod that does not begin',
      {
        workload: deployment({ ready: 0 }),
        pods: [pod({ status: { ...notReady, phase: 'Pending' } })],
      },
      'down',
      'pending',
      'has 0 of 1 pods ready: fence-1 has not begun for more than 10 min',
    ],
    [
      'none ready, a readiness probe that fails',
      {
        workload: deployment({ ready: 0 }),
        pods: [pod({ status: notReady })],
      },
      'down',
      'not-ready',
      'has 0 of 1 pods ready: fence-1 runs but does not pass its readiness probe',
    ],
    [
      'none ready, a pod thrown out',
      {
        workload: deployment({ ready: 0 }),
        pods: [
          pod({
            status: {
              phase: 'Failed',
              reason: 'Evicted',
              message: 'The node was low on resource: memory.',
              conditions: [],
              containerStatuses: [],
            },
          }),
        ],
      },
      'down',
      'evicted',
      'has 0 of 1 pods ready: fence-1 was evicted (The node was low on resource: memory.)',
    ],
    [
      'none ready, pods that nobody may read',
      { workload: deployment({ ready: 0 }), pods: undefined },
      'down',
      'short-of-pods',
      'has 0 of 1 pods ready: pods of fence-deployment cannot be read',
    ],
    [
      'enough pods, and a rollout that does not get on',
      { pods: [pod({ name: 'fence-0' }), crashing] },
      'degraded',
      'crash-loop',
      'has 1 of 1 pods ready, but fence-1 crash-loops (exit code 1, 7 restarts)',
    ],
    [
      'enough pods, and one thrown out long ago that nobody cleaned up',
      {
        pods: [pod(), pod({ status: { reason: 'Evicted', phase: 'Failed' } })],
      },
      'up',
      'ok',
      'has 1 of 1 pods ready',
    ],
    // The pod thrown out stood first, and what was wrong now was not seen.
    [
      'enough pods, one thrown out long ago, and a rollout that does not get on',
      {
        pods: [
          pod({ name: 'fence-0', status: { reason: 'Evicted' } }),
          pod(),
          crashing,
        ],
      },
      'degraded',
      'crash-loop',
      'has 1 of 1 pods ready, but fence-1 crash-loops (exit code 1, 7 restarts)',
    ],
    [
      'none ready, one thrown out long ago, and one that ends',
      {
        workload: deployment({ ready: 0 }),
        pods: [
          pod({ name: 'fence-0', status: { reason: 'Evicted' } }),
          crashing,
        ],
      },
      'down',
      'crash-loop',
      'has 0 of 1 pods ready: fence-1 crash-loops (exit code 1, 7 restarts)',
    ],
    [
      'enough pods, and one that does not end',
      {
        pods: [pod(), pod({ metadata: { deletionTimestamp: minutesAgo(11) } })],
      },
      'degraded',
      'terminating',
      'has 1 of 1 pods ready, but fence-1 does not end',
    ],
    [
      'enough pods, and one that ends in good time',
      {
        pods: [pod(), pod({ metadata: { deletionTimestamp: minutesAgo(1) } })],
      },
      'up',
      'ok',
      'has 1 of 1 pods ready',
    ],
    [
      'a pod that restarts again and again',
      {
        pods: [
          pod({
            status: {
              startTime: minutesAgo(120),
              containerStatuses: [
                container({
                  restartCount: 12,
                  lastState: { terminated: { finishedAt: minutesAgo(3) } },
                }),
              ],
            },
          }),
        ],
      },
      'degraded',
      'restarting',
      'has 1 of 1 pods ready, but fence-1 restarts 6 times an hour',
    ],
    [
      'a pod that restarted often, long ago',
      {
        pods: [
          pod({
            status: {
              containerStatuses: [
                container({
                  restartCount: 12,
                  lastState: { terminated: { finishedAt: minutesAgo(90) } },
                }),
              ],
            },
          }),
        ],
      },
      'up',
      'ok',
      'has 1 of 1 pods ready',
    ],
  ])('%s', (_, input, outcome, cause, reason) => {
    expect(judge(input)).toEqual({ outcome, cause, reason });
  });
});

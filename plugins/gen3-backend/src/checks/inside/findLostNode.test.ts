import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgeFence } from './__testUtils__/judgeFence';
import {
  container,
  deployment,
  minutesAgo,
  NOW,
  pod,
} from './__testUtils__/kubernetesObjects';
import { findPodProblem } from './findPodProblem';

type Conditions = NonNullable<KubernetesPod['status']>['conditions'];
type Condition = Conditions[number];

/** As the node controller leaves a pod that was ready when its node fell silent. */
const marked = (
  change: {
    ready?: Partial<Condition>;
    containersReady?: string;
    metadata?: Partial<KubernetesPod['metadata']>;
  } = {},
): KubernetesPod => ({
  ...pod({
    metadata: change.metadata,
    status: {
      conditions: [
        { type: 'Ready', status: 'False', ...change.ready },
        { type: 'ContainersReady', status: change.containersReady ?? 'True' },
      ],
    },
  }),
  spec: { nodeName: 'node-1', volumes: [] },
});

const LOST = {
  cause: 'node-not-ready',
  clause: 'is on a node that is not ready (node-1)',
};

describe('a pod whose node is lost', () => {
  // It was said not to pass its readiness probe, with advice to read a log that nobody can read.
  it('says so, and which node it is', () => {
    expect(findPodProblem(marked(), NOW)).toEqual(LOST);
  });

  it('does so until it is gone, be it for minutes or for ever', () => {
    const ending = [1, 60].map(minutes =>
      findPodProblem(
        marked({ metadata: { deletionTimestamp: minutesAgo(minutes) } }),
        NOW,
      ),
    );
    expect(ending).toEqual([LOST, LOST]);
  });

  it('does so in the words of an old cluster', () => {
    const message = 'Node node-1 which was running pod fence-1 is unresponsive';
    expect(
      findPodProblem(
        pod({
          metadata: { deletionTimestamp: minutesAgo(1) },
          status: { reason: 'NodeLost', message },
        }),
        NOW,
      ),
    ).toEqual({
      cause: 'node-not-ready',
      clause: `is on a node that is not ready (NodeLost: ${message})`,
    });
  });

  it.each([
    [
      'whose readiness probe fails',
      marked({
        ready: { reason: 'ContainersNotReady' },
        containersReady: 'False',
      }),
    ],
    [
      'whose readiness gate is shut',
      marked({ ready: { reason: 'ReadinessGatesNotReady' } }),
    ],
    [
      'whose containers are not ready, and that gives no reason',
      marked({ containersReady: 'False' }),
    ],
  ])('is told from one %s', (_, other) => {
    expect(findPodProblem(other, NOW)?.cause).toBe('not-ready');
  });

  it('is the reason of its workload, also where it restarted of late', () => {
    const renewed = container({
      restartCount: 1,
      lastState: { terminated: { exitCode: 137, finishedAt: minutesAgo(5) } },
    });
    const lost = marked();
    const conditions = lost.status?.conditions ?? [];
    expect(
      judgeFence({
        workload: deployment({ ready: 0 }),
        pods: [
          {
            ...lost,
            ...pod({ status: { conditions, containerStatuses: [renewed] } }),
          },
        ],
      }),
    ).toEqual({
      outcome: 'down',
      cause: 'node-not-ready',
      reason:
        'has 0 of 1 pods ready: fence-1 is on a node that is not ready (node-1)',
    });
  });
});

import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  createFakeClusters,
  failedReading,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import {
  brokenPod,
  deployment,
  NOW,
  pod,
} from './__testUtils__/kubernetesObjects';
import { createDeploymentsCheck } from './deployments';
import { RestartMemory } from './RestartMemory';

const { signal } = new AbortController();
const FORBIDDEN = failedReading('forbidden', 'answers 403');
const CRASHING = brokenPod({
  restartCount: 7,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: { terminated: { exitCode: 1 } },
});
const PRESIGNED = 'presigned-url-fence-deployment';

const services = createServiceRegistry()
  .all()
  .filter(({ name }) => name === 'fence');

const ask = (cluster: FakeCluster) =>
  Promise.all(
    services.map(service =>
      createDeploymentsCheck({
        client: createFakeClusters(cluster),
        place: { cluster: 'east', namespace: 'haert' },
        service,
        restarts: RestartMemory.create(),
        now: () => NOW,
      }).run({ signal }),
    ),
  );

describe('the workloads of a service', () => {
  // It was said of each service alone, so that one looked at Argo CD for what the annotation had wrong.
  it('are told from a namespace in which nothing at all runs', async () => {
    expect(await ask({})).toMatchObject([
      {
        outcome: 'down',
        cause: 'missing-workload',
        reason:
          'has no fence-deployment: nothing at all runs in namespace haert of cluster east',
      },
    ]);
  });

  it.each<[string, FakeCluster]>([
    [
      'another workload runs',
      { statefulsets: readingOf(deployment({ name: 'postgresql' })) },
    ],
    ['a pod runs', { pods: readingOf(pod({ name: 'debug' })) }],
    ['pods cannot be read', { pods: FORBIDDEN }],
    [
      'there is an object without a name',
      {
        pods: {
          state: 'read',
          items: [],
          odd: 1,
          readAt: '2026-11-27T12:00:00.000Z',
        },
      },
    ],
  ])('are missing alone where %s', async (_, cluster) => {
    expect(await ask(cluster)).toMatchObject([
      {
        reason: `has no fence-deployment in its namespace; also has no ${PRESIGNED} in its namespace`,
      },
    ]);
  });

  // A workload that is missing for ever hid the crash of the one that users need.
  it('are as bad as the worst, and all in trouble are told, of equally bad ones the one first that tells most', async () => {
    expect(
      await ask({
        deployments: readingOf(deployment({ ready: 0 })),
        pods: readingOf(CRASHING),
      }),
    ).toMatchObject([
      {
        outcome: 'down',
        cause: 'crash-loop',
        reason: `has 0 of 1 pods ready: fence-1 crash-loops (exit code 1, 7 restarts); also has no ${PRESIGNED} in its namespace`,
      },
    ]);
    expect(
      await ask({ deployments: readingOf(deployment({ ready: 0 })) }),
    ).toMatchObject([
      {
        cause: 'missing-workload',
        reason: `has no ${PRESIGNED} in its namespace; also has 0 of 1 pods ready: no pods of fence-deployment are found`,
      },
    ]);
  });

  it('are told alone where the others are well', async () => {
    expect(
      await ask({
        deployments: readingOf(
          deployment({ replicas: 2, ready: 1 }),
          deployment({ name: PRESIGNED }),
        ),
      }),
    ).toMatchObject([
      {
        outcome: 'degraded',
        reason: 'has 1 of 2 pods ready: no pods of fence-deployment are found',
      },
    ]);
  });

  // Nothing was told of fence where its other workload may be a StatefulSet that cannot be read.
  it('tell what is known to be wrong, where others may be among what cannot be read', async () => {
    const statefulsets = FORBIDDEN;
    const found = { deployments: readingOf(deployment({ ready: 0 })) };
    expect(await ask({ ...found, statefulsets })).toMatchObject([
      {
        outcome: 'down',
        cause: 'short-of-pods',
        reason: 'has 0 of 1 pods ready: no pods of fence-deployment are found',
      },
    ]);
    expect(
      await ask({ deployments: readingOf(deployment()), statefulsets }),
    ).toMatchObject([
      {
        outcome: 'unknown',
        cause: 'not-readable',
        reason:
          'cannot be seen inside: cluster east, asked for statefulsets, answers 403',
      },
    ]);
  });
});

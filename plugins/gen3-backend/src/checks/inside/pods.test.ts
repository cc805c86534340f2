import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  createFakeClusters,
  failedReading,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import {
  brokenPod,
  container,
  deployment,
  minutesAgo,
  NOW,
  pod,
} from './__testUtils__/kubernetesObjects';
import { createPodsCheck } from './pods';
import { RestartMemory } from './RestartMemory';

const { signal } = new AbortController();
const CRASHING = {
  restartCount: 7,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: { terminated: { exitCode: 1, finishedAt: minutesAgo(3) } },
};
const EVICTED = {
  phase: 'Failed',
  reason: 'Evicted',
  conditions: [],
  containerStatuses: [],
};

/** The database that the chart brings along. */
const postgresql = (
  change: { replicas?: number; ready?: number } = {},
  name = 'postgresql',
): KubernetesWorkload => {
  const made = deployment({ name, ...change });
  const selector = { matchLabels: { app: name }, matchExpressions: [] };
  return { ...made, spec: { ...made.spec, selector } };
};

const named = (
  { metadata, ...rest }: KubernetesPod,
  name: string,
  app: string,
): KubernetesPod => ({
  ...rest,
  metadata: { ...metadata, name, labels: { app } },
});
const ofPostgresql = (each: KubernetesPod, name = 'postgresql-0') =>
  named(each, name, 'postgresql');
const ownedBy = (kind: string, each: KubernetesPod): KubernetesPod => ({
  ...each,
  metadata: {
    ...each.metadata,
    labels: { app: 'gen3job' },
    ownerReferences: [{ kind, name: 'its-owner' }],
  },
});

async function ask(cluster: FakeCluster) {
  const client = createFakeClusters({
    deployments: readingOf(deployment()),
    ...cluster,
  });
  const check = createPodsCheck({
    client,
    place: { cluster: 'east', namespace: 'heart' },
    services: [{ deployments: ['fence-deployment'] }],
    restarts: RestartMemory.create(),
    now: () => NOW,
  });
  const { outcome, cause, reason } = await check.run({ signal });
  return { verdict: { outcome, cause, reason }, asked: client.asked };
}

const judge = async (cluster: FakeCluster) => (await ask(cluster)).verdict;

const UP = { outcome: 'up', cause: 'ok', reason: 'all serve' };

describe('pods', () => {
  it('names what crash-loops and belongs to no service', async () => {
    expect(
      await judge({
        statefulsets: readingOf(postgresql({ ready: 0 })),
        pods: readingOf(pod(), ofPostgresql(brokenPod(CRASHING))),
      }),
    ).toEqual({
      outcome: 'degraded',
      cause: 'crash-loop',
      reason:
        'are in trouble: postgresql has 0 of 1 pods ready: postgresql-0 crash-loops (exit code 1, 7 restarts)',
    });
  });

  it('is up when all serve', async () => {
    expect(
      await judge({
        statefulsets: readingOf(postgresql()),
        pods: readingOf(pod(), ofPostgresql(pod())),
      }),
    ).toEqual(UP);
  });

  it('is up when services have all pods, whatever is wrong with those', async () => {
    expect(await judge({ pods: readingOf(brokenPod(CRASHING)) })).toEqual({
      ...UP,
      reason: 'are not there: services and jobs have them all',
    });
  });

  // All was said to be well in a namespace that does not exist, where no service is declared.
  it('does not know of a namespace in which nothing runs', async () => {
    expect(await judge({ deployments: readingOf() })).toEqual({
      outcome: 'unknown',
      cause: 'missing-workload',
      reason:
        'cannot be judged: nothing at all runs in namespace heart of cluster east',
    });
  });

  it('leaves the pods of Jobs to the checks of jobs', async () => {
    const failed = ownedBy('Job', pod({ status: { phase: 'Failed' } }));
    const stuck = ownedBy('Job', brokenPod(CRASHING));
    expect((await judge({ pods: readingOf(failed, stuck) })).outcome).toBe(
      'up',
    );
  });

  it.each([
    ['thrown out', EVICTED],
    ['failed', { ...EVICTED, reason: 'OutOfmemory' }],
    ['ended', { phase: 'Succeeded' }],
  ])(
    'forgets pods that were %s once others took their place',
    async (_, status) => {
      expect(
        await judge({
          statefulsets: readingOf(postgresql()),
          pods: readingOf(
            ofPostgresql(pod({ status }), 'postgresql-old'),
            ofPostgresql(pod()),
          ),
        }),
      ).toEqual(UP);
    },
  );

  it('says that a pod was thrown out while nothing has taken its place', async () => {
    expect(
      await judge({
        statefulsets: readingOf(postgresql({ ready: 0 })),
        pods: readingOf(ofPostgresql(pod({ status: EVICTED }))),
      }),
    ).toMatchObject({ outcome: 'degraded', cause: 'evicted' });
  });

  it('does not mind what somebody scaled to zero, nor what is left of it', async () => {
    expect(
      await judge({
        statefulsets: readingOf(postgresql({ replicas: 0 })),
        pods: readingOf(ofPostgresql(pod({ status: EVICTED }))),
      }),
    ).toEqual(UP);
  });

  it('judges a pod that no workload has by itself', async () => {
    const lone = named(brokenPod(CRASHING), 'debug', 'debug');
    expect(await judge({ pods: readingOf(lone) })).toEqual({
      outcome: 'degraded',
      cause: 'crash-loop',
      reason: 'are in trouble: debug crash-loops (exit code 1, 7 restarts)',
    });
  });

  it('says of a pod that has failed and that nobody makes anew why', async () => {
    const status = { ...EVICTED, reason: 'OutOfcpu' };
    const lone = named(pod({ status }), 'debug', 'debug');
    expect(await judge({ pods: readingOf(lone) })).toMatchObject({
      outcome: 'degraded',
      cause: 'pod-failed',
      reason: 'are in trouble: debug has failed (OutOfcpu)',
    });
  });

  it('does not mind a pod that has failed and that its owner has answered for', async () => {
    const failed = ownedBy('Workflow', pod({ status: { phase: 'Failed' } }));
    expect(await judge({ pods: readingOf(failed) })).toEqual(UP);
  });

  it('names the worst first, and the others after it', async () => {
    const often = container({
      restartCount: 12,
      lastState: { terminated: { finishedAt: minutesAgo(3) } },
    });
    expect(
      await judge({
        deployments: readingOf(deployment(), postgresql({}, 'own-api')),
        statefulsets: readingOf(postgresql({ ready: 0 })),
        pods: readingOf(
          named(
            pod({ status: { containerStatuses: [often] } }),
            'own-api-1',
            'own-api',
          ),
          ofPostgresql(brokenPod(CRASHING)),
        ),
      }),
    ).toMatchObject({
      cause: 'crash-loop',
      reason: expect.stringMatching(
        /^are in trouble: postgresql has 0 of 1 .*; also own-api$/,
      ),
    });
  });

  it.each(['pods', 'deployments', 'statefulsets'] as const)(
    'does not know while %s may not be read',
    async kind => {
      const forbidden = failedReading('forbidden', 'answers 403: no');
      expect(await judge({ [kind]: forbidden })).toEqual({
        outcome: 'unknown',
        cause: 'not-readable',
        reason: `cannot be seen inside: cluster east, asked for ${kind}, answers 403: no`,
      });
    },
  );

  it('asks for nothing that the checks of services do not ask for', async () => {
    const { asked } = await ask({});
    expect(asked).toEqual([
      'east/heart/pods',
      'east/heart/deployments',
      'east/heart/statefulsets',
    ]);
  });
});

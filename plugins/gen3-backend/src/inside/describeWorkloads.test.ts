import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { failedReading, readingOf } from '../__testUtils__/createFakeClusters';
import {
  brokenPod,
  container,
  deployment,
  minutesAgo,
  NOW,
  pod,
} from '../checks/inside/__testUtils__/kubernetesObjects';
import { describeWorkloads, type WorkloadReadings } from './describeWorkloads';

const registry = createServiceRegistry();

const event = (name: string, minutes: number) => ({
  metadata: { name: `${name}.${minutes}`, ownerReferences: [] },
  involvedObject: { kind: 'Pod', name },
  type: 'Warning',
  reason: 'BackOff',
  message: `said ${minutes} min ago`,
  lastTimestamp: minutesAgo(minutes),
});

const describeNamespace = (
  readings: Partial<WorkloadReadings>,
  services = ['indexd'],
) =>
  describeWorkloads({
    services,
    registry,
    place: { cluster: 'east', namespace: 'heart' },
    readings: {
      deployments: readingOf(deployment({ name: 'indexd-deployment' })),
      statefulsets: readingOf(),
      pods: readingOf(pod()),
      horizontalpodautoscalers: readingOf(),
      events: readingOf(),
      ...readings,
    },
    entities: new Map([['indexd', { imageTag: '2026.06' }]]),
    now: NOW,
  });

describe('describeWorkloads', () => {
  it('tells what runs and what git declares', () => {
    expect(describeNamespace({})).toEqual([
      expect.objectContaining({
        name: 'indexd-deployment',
        kind: 'Deployment',
        service: 'indexd',
        declared: true,
        outcome: 'up',
        replicas: { ready: 1, wanted: 1 },
        runningTags: ['2026.07'],
        declaredTag: '2026.06',
        restarts: 0,
      }),
    ]);
  });

  it('names all tags that run while a rollout is under way', () => {
    const older = container({ image: 'quay.io/cdis/indexd:2026.05' });
    const [indexd] = describeNamespace({
      pods: readingOf(
        pod(),
        pod({ name: 'old', status: { containerStatuses: [older] } }),
      ),
    });
    expect(indexd.runningTags).toEqual(['2026.05', '2026.07']);
  });

  it.each([
    ['thrown out', { phase: 'Failed', reason: 'Evicted' }],
    ['failed', { phase: 'Failed' }],
    ['ended', { phase: 'Succeeded' }],
  ])(
    'does not count the tag of a pod that was %s as one that runs',
    (_, over) => {
      // It was shown as a difference from git until somebody deleted the pod.
      const older = container({ image: 'quay.io/cdis/indexd:2026.05' });
      const [indexd] = describeNamespace({
        pods: readingOf(
          pod(),
          pod({ name: 'old', status: { ...over, containerStatuses: [older] } }),
        ),
      });
      expect(indexd.runningTags).toEqual(['2026.07']);
    },
  );

  it('puts what is wrong first, with the reason and what to do', () => {
    const [first, second] = describeNamespace({
      deployments: readingOf(
        deployment({ name: 'aardvark' }),
        deployment({ name: 'indexd-deployment', ready: 0, replicas: 1 }),
      ),
      pods: readingOf(
        brokenPod({
          restartCount: 7,
          state: { waiting: { reason: 'CrashLoopBackOff' } },
        }),
      ),
    });
    expect(first).toMatchObject({
      name: 'indexd-deployment',
      outcome: 'down',
      cause: 'crash-loop',
      restarts: 7,
      advice: expect.stringContaining('Read the last log of indexd'),
    });
    expect(second.name).toBe('aardvark');
  });

  // It showed no restarts at all.
  it('counts restarts of init containers, too', () => {
    const [indexd] = describeNamespace({
      pods: readingOf(
        pod({
          status: {
            phase: 'Pending',
            initContainerStatuses: [
              container({ name: 'migrate', restartCount: 5 }),
              container({ name: 'wait', restartCount: 1 }),
            ],
            containerStatuses: [],
          },
        }),
        pod({
          status: { containerStatuses: [container({ restartCount: 2 })] },
        }),
      ),
    });
    expect(indexd.restarts).toBe(8);
  });

  it('says of several pods in trouble what tells most, as the check does', () => {
    const unready = pod({
      name: 'a',
      status: { conditions: [{ type: 'Ready', status: 'False' }] },
    });
    const unpulled = brokenPod({
      state: { waiting: { reason: 'ImagePullBackOff' } },
    });
    const causes = [
      [unready, unpulled],
      [unpulled, unready],
    ].map(pods => describeNamespace({ pods: readingOf(...pods) })[0].cause);
    expect(causes).toEqual(['image-pull', 'image-pull']);
  });

  it('lists a workload that no service is known to have, without declaring it', () => {
    const found = describeNamespace({
      deployments: readingOf(deployment({ name: 'somebodys-own' })),
    });
    expect(found.find(({ name }) => name === 'somebodys-own')).toMatchObject({
      service: undefined,
      declared: false,
    });
  });

  it('misses what a declared service lacks', () => {
    expect(describeNamespace({ deployments: readingOf() })).toEqual([
      expect.objectContaining({
        name: 'indexd-deployment',
        kind: undefined,
        outcome: 'down',
        cause: 'missing-workload',
        reason: 'has no indexd-deployment in its namespace',
        replicas: undefined,
        runningTags: [],
      }),
    ]);
  });

  // An operator looked at Argo CD, and the annotation was wrong.
  it('says so where nothing at all is in the namespace', () => {
    const [missing] = describeNamespace({
      deployments: readingOf(),
      pods: readingOf(),
    });
    expect(missing.reason).toBe(
      'has no indexd-deployment: nothing at all runs in namespace heart of cluster east',
    );
  });

  it('misses nothing while one of both kinds cannot be read', () => {
    const forbidden = failedReading('forbidden', 'answers 403');
    expect(
      describeNamespace({ deployments: readingOf(), statefulsets: forbidden }),
    ).toEqual([]);
  });

  it('knows no restarts, and the tag of the workload itself, when pods cannot be read', () => {
    // The fixture had no template, so that nothing was seen of its tag.
    const made = deployment({ name: 'indexd-deployment' });
    const image = 'quay.io/cdis/indexd:2026.04';
    const containers = [{ name: 'indexd', image }];
    const spec = { ...made.spec, template: { spec: { containers } } };
    const [indexd] = describeNamespace({
      deployments: readingOf({ ...made, spec }),
      pods: failedReading('forbidden', 'answers 403'),
    });
    expect(indexd.restarts).toBeUndefined();
    expect(indexd.runningTags).toEqual(['2026.04']);
  });

  it('shows the five newest events of its pods, and of nobody else', () => {
    const [indexd] = describeNamespace({
      horizontalpodautoscalers: readingOf(),
      events: readingOf(
        ...[50, 10, 40, 20, 30, 60].map(minutes => event('fence-1', minutes)),
        event('other', 1),
      ),
    });
    expect(indexd.events.map(({ message }) => message)).toEqual([
      'said 10 min ago',
      'said 20 min ago',
      'said 30 min ago',
      'said 40 min ago',
      'said 50 min ago',
    ]);
    expect(indexd.events[0]).toMatchObject({
      object: 'Pod fence-1',
      count: 1,
      at: minutesAgo(10),
    });
  });
});

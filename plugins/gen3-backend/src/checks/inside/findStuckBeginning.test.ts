import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  container,
  minutesAgo,
  NOW,
  pod,
} from './__testUtils__/kubernetesObjects';
import { findPodProblem } from './findPodProblem';

type Status = NonNullable<KubernetesPod['status']>;

const runningFor = (minutes: number) => ({
  running: { startedAt: minutesAgo(minutes) },
});
const waitingFor = (reason?: string, message?: string) => ({
  waiting: { reason, message },
});
const DONE = { terminated: { exitCode: 0 } };

const init = (name: string, state: ReturnType<typeof container>['state']) =>
  container({ name, state });
const main = (state: ReturnType<typeof container>['state']) => [
  container({ ready: false, state }),
];

const condition = (type: string, status: string) => ({ type, status });

/** What is said of a pod that was made an hour ago and is in its init containers. */
const find = (status: Partial<Status>) =>
  findPodProblem(
    pod({
      status: {
        phase: 'Pending',
        conditions: [
          condition('Ready', 'False'),
          condition('Initialized', 'False'),
        ],
        containerStatuses: main(waitingFor('PodInitializing')),
        ...status,
      },
    }),
    NOW,
  );

describe('a pod whose init container does not come to its end', () => {
  // It was said not to have begun, with advice to look at events, which say nothing of it.
  it('names the container, and since when it runs', () => {
    expect(
      find({ initContainerStatuses: [init('fence-init', runningFor(14))] }),
    ).toEqual({
      cause: 'init-failed',
      clause:
        'waits for its init container fence-init, which has run for 14 min',
    });
  });

  it('names the one that the others wait for, and no sidecar before it', () => {
    const initContainerStatuses = [
      init('wait-for-db', DONE),
      init('log-shipper', runningFor(50)),
      init('fence-init', runningFor(14)),
      init('after', waitingFor('PodInitializing')),
    ];
    expect(find({ initContainerStatuses })?.clause).toMatch(/ fence-init, /);
  });

  it('does so where its init containers begin anew in a pod that ran before', () => {
    expect(
      find({
        phase: 'Running',
        initContainerStatuses: [init('fence-init', runningFor(14))],
      })?.cause,
    ).toBe('init-failed');
  });

  it('says what another container fails of first', () => {
    expect(
      find({
        initContainerStatuses: [init('fence-init', runningFor(14))],
        containerStatuses: main(waitingFor('ImagePullBackOff')),
      })?.cause,
    ).toBe('image-pull');
  });

  it('does not take one for it that runs not so long, nor a sidecar of a pod that is initialized', () => {
    const young = { initContainerStatuses: [init('a', runningFor(9))] };
    expect(find(young)?.cause).toBe('pending');
    const served = pod({
      status: {
        conditions: [
          condition('Ready', 'True'),
          condition('Initialized', 'True'),
        ],
        initContainerStatuses: [init('log-shipper', runningFor(500))],
      },
    });
    expect(findPodProblem(served, NOW)).toBeUndefined();
  });
});

describe('a pod that has not begun for ten minutes', () => {
  it.each<[string, Partial<Status>, string]>([
    [
      'container, such as one whose volume does not come',
      { containerStatuses: main(waitingFor('ContainerCreating')) },
      ' (fence: ContainerCreating)',
    ],
    [
      'init container before it',
      {
        initContainerStatuses: [
          init('done', DONE),
          init('fence-init', waitingFor('PodInitializing', 'no sandbox')),
        ],
      },
      ' (fence-init: PodInitializing: no sandbox)',
    ],
    [
      'container that gives no reason: nothing',
      { containerStatuses: main(waitingFor()) },
      '',
    ],
    ['container that is not there: nothing', { containerStatuses: [] }, ''],
  ])('says what waits: %s', (_, status, wait) => {
    expect(find(status)).toEqual({
      cause: 'pending',
      clause: `has not begun for more than 10 min${wait}`,
    });
  });
});

import {
  brokenPod,
  type Container,
  container,
  minutesAgo,
  NOW,
  pod,
} from './__testUtils__/kubernetesObjects';
import { findPodProblem } from './findPodProblem';

const runningSince = (minutes: number) => ({
  running: { startedAt: minutesAgo(minutes) },
});
const ended = (exitCode: number, reason = 'Error', minutes = 1) => ({
  terminated: { exitCode, reason, finishedAt: minutesAgo(minutes) },
});

/** It crashed a minute ago for the seventh time, and has run for ten seconds since. */
const AGAIN: Partial<Container> = {
  ready: false,
  restartCount: 7,
  state: runningSince(1 / 6),
  lastState: ended(1),
};
const BACK_OFF: Partial<Container> = {
  ...AGAIN,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
};

const find = (change: Partial<Container>) =>
  findPodProblem(brokenPod({ ...AGAIN, ...change }), NOW);

const findInit = (change: Partial<Container>) =>
  findPodProblem(
    pod({
      status: {
        phase: 'Pending',
        conditions: [
          { type: 'Ready', status: 'False' },
          { type: 'Initialized', status: 'False' },
        ],
        initContainerStatuses: [
          container({ ...AGAIN, name: 'fence-init', ...change }),
        ],
        containerStatuses: [
          container({
            ready: false,
            state: { waiting: { reason: 'PodInitializing' } },
          }),
        ],
      },
    }),
    NOW,
  );

// Its cause changed with each restart: not ready or not begun, then in a loop, and so on.
describe('a container that runs for a moment between two crashes', () => {
  it.each<[string, Partial<Container>, string]>([
    ['a code of its own', {}, 'crash-loops (exit code 1, 7 restarts)'],
    [
      'zero, as nginx does that is asked to stop',
      { lastState: ended(0, 'Completed') },
      'crash-loops (exit code 0, 7 restarts)',
    ],
    [
      'too much memory',
      { lastState: ended(137, 'OOMKilled') },
      'takes more memory than its limit (fence, 7 restarts)',
    ],
    [
      'a signal',
      { lastState: ended(143) },
      'was killed, as kubelet does when its liveness or startup probe fails (exit code 143, 7 restarts)',
    ],
  ])('is told as while it waits: after %s', (_, change, clause) => {
    const problem = find(change);
    expect(problem?.clause).toBe(clause);
    expect(problem).toEqual(find({ ...change, state: BACK_OFF.state }));
  });

  it.each<[string, Partial<Container>, string]>([
    ['a code of its own', {}, 'init-failed'],
    ['a signal', { lastState: ended(137) }, 'init-failed'],
    [
      'too much memory',
      { lastState: ended(137, 'OOMKilled') },
      'out-of-memory',
    ],
  ])(
    'is told as while it waits where it is an init container: after %s',
    (_, change, cause) => {
      const problem = findInit(change);
      expect(problem?.cause).toBe(cause);
      expect(problem).toEqual(findInit({ ...change, state: BACK_OFF.state }));
    },
  );

  it.each<[string, Partial<Container>]>([
    ['began anew twice only', { restartCount: 2 }],
    ['has run for longer than kubelet remembers', { state: runningSince(11) }],
    ['ended hours ago', { lastState: ended(1, 'Error', 61) }],
    ['never ended as far as is known', { lastState: undefined }],
  ])('is told from one that %s', (_, change) => {
    expect(find(change)).toEqual({
      cause: 'not-ready',
      clause: 'runs but does not pass its readiness probe',
    });
  });

  it('is told from one that is ready, and from an init container that begins anew with its pod', () => {
    const serving = container({ ...AGAIN, ready: true });
    expect(
      findPodProblem(pod({ status: { containerStatuses: [serving] } }), NOW),
    ).toBeUndefined();
    expect(findInit({ lastState: ended(0, 'Completed') })?.cause).toBe(
      'pending',
    );
  });
});

import {
  container,
  minutesAgo,
  NOW,
  pod,
} from './__testUtils__/kubernetesObjects';
import { findPodProblem } from './findPodProblem';

const none = { conditions: [], containerStatuses: [] };

describe('a pod that has failed, or whose node is lost', () => {
  it.each([
    [
      'the reason for which its node did not take it',
      {
        phase: 'Failed',
        reason: 'OutOfmemory',
        message: 'Node did not have enough resource: memory',
        ...none,
      },
      'pod-failed',
      'has failed (OutOfmemory: Node did not have enough resource: memory)',
    ],
    [
      'the reason for which its node ended it, and not a crash loop',
      {
        phase: 'Failed',
        reason: 'Terminated',
        containerStatuses: [
          container({ state: { terminated: { exitCode: 137 } } }),
        ],
      },
      'pod-failed',
      'has failed (Terminated)',
    ],
    [
      'how its container ended, where it gives no reason',
      {
        phase: 'Failed',
        containerStatuses: [
          container({ state: { terminated: { exitCode: 0 } } }),
          container({
            name: 'psql',
            state: { terminated: { exitCode: 2, reason: 'Error' } },
          }),
        ],
      },
      'pod-failed',
      'has failed (psql: Error, exit code 2)',
    ],
    [
      'that nothing says why',
      { phase: 'Failed', ...none },
      'pod-failed',
      'has failed (nothing says why)',
    ],
    [
      'that it was thrown out, as ever',
      { phase: 'Failed', reason: 'Evicted', message: 'low on memory', ...none },
      'evicted',
      'was evicted (low on memory)',
    ],
    [
      'which node is lost',
      {
        phase: 'Unknown',
        reason: 'NodeLost',
        message: 'Node node-1 which was running pod fence-1 is unresponsive',
      },
      'node-not-ready',
      'is not known to run (NodeLost: Node node-1 which was running pod fence-1 is unresponsive)',
    ],
    [
      'that its node is silent',
      { phase: 'Unknown' },
      'node-not-ready',
      'is not known to run (its node does not tell)',
    ],
  ])('says %s', (_, status, cause, clause) => {
    expect(findPodProblem(pod({ status }), NOW)).toEqual({ cause, clause });
  });

  it('says why it does not end', () => {
    const held = pod({
      metadata: { deletionTimestamp: minutesAgo(11) },
      status: { reason: 'Terminated', message: 'node-1 was shut down' },
    });
    expect(findPodProblem(held, NOW)).toEqual({
      cause: 'terminating',
      clause: 'does not end (Terminated: node-1 was shut down)',
    });
  });
});

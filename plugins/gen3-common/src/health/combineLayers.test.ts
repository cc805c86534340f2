import { combineLayers } from './combineLayers';
import { Reading } from './readCheck';
import { Cause } from './causes';
import { HealthStatus } from './types';

const reading = (
  checkId: string,
  status: HealthStatus,
  cause: Cause,
  reason: string,
): Reading => {
  const outcome = status === 'maintenance' ? 'up' : status;
  const checkedAt = '2026-11-27T10:00:00.000Z';
  return {
    status,
    cause,
    reason,
    since: checkedAt,
    state: {
      checkId,
      outcome,
      since: checkedAt,
      cause,
      reason,
      consecutiveFailures: outcome === 'down' ? 3 : 0,
      consecutiveSuccesses: 0,
      consecutiveUnknowns: 0,
      recent: [],
      last: { checkId, outcome, cause, reason, evidence: {}, checkedAt },
    },
  };
};

const OUTSIDE = {
  up: reading('http:fence', 'up', 'ok', 'answers as it should'),
  degraded: reading('http:fence', 'degraded', 'unsteady', 'answers at times'),
  down: reading('http:fence', 'down', 'http-status', 'answers 500'),
  nameless: reading('http:fence', 'down', 'dns', 'cannot be reached: no name'),
  untrusted: reading('http:fence', 'down', 'tls', 'has a bad certificate'),
  ended: reading(
    'http:fence',
    'down',
    'certificate-ended',
    'cannot be reached: its certificate has ended',
  ),
  refusing: reading('http:fence', 'down', 'unreachable', 'cannot be reached'),
  unknown: reading('http:fence', 'unknown', 'stale', 'was last asked long ago'),
  maintenance: reading(
    'http:fence',
    'maintenance',
    'maintenance',
    'is in maintenance',
  ),
};
const INSIDE = {
  up: reading('inside:deployments:fence', 'up', 'ok', 'has 2 of 2 pods ready'),
  degraded: reading(
    'inside:deployments:fence',
    'degraded',
    'crash-loop',
    'has 1 of 2 pods ready: fence-1 crash-loops',
  ),
  down: reading(
    'inside:deployments:fence',
    'down',
    'crash-loop',
    'has 0 of 2 pods ready: fence-1 crash-loops',
  ),
  late: reading(
    'inside:jobs:fence',
    'degraded',
    'job-late',
    'needs usersync, which is late',
  ),
  unknown: reading(
    'inside:deployments:fence',
    'unknown',
    'cluster-unreachable',
    'cannot be seen inside',
  ),
};

describe('combineLayers', () => {
  it.each<
    [
      string,
      keyof typeof OUTSIDE | undefined,
      keyof typeof INSIDE | undefined,
      Partial<Reading> | undefined,
    ]
  >([
    ['nothing is known', undefined, undefined, undefined],
    ['only the outside is known', 'down', undefined, OUTSIDE.down],
    ['only the inside is known', undefined, 'down', INSIDE.down],
    ['the cluster cannot be asked', 'up', 'unknown', OUTSIDE.up],
    ['nothing can be asked', 'unknown', 'unknown', OUTSIDE.unknown],
    ['neither can say anything', undefined, 'unknown', undefined],
    ['both are well', 'up', 'up', OUTSIDE.up],
    [
      'pods are ready and nobody knows whether users get through',
      'unknown',
      'up',
      OUTSIDE.unknown,
    ],
    [
      'users cannot be asked for and pods fail',
      'unknown',
      'degraded',
      INSIDE.degraded,
    ],
    ['pods are ready and users get errors', 'down', 'up', OUTSIDE.down],
    [
      'it is in maintenance, whatever pods do',
      'maintenance',
      'down',
      OUTSIDE.maintenance,
    ],
    [
      'users are served by the pods that are left',
      'up',
      'degraded',
      {
        status: 'degraded',
        cause: 'crash-loop',
        reason: 'answers its users; has 1 of 2 pods ready: fence-1 crash-loops',
      },
    ],
    [
      'users are served although no pod is said to be ready',
      'up',
      'down',
      { status: 'degraded', cause: 'crash-loop' },
    ],
    [
      'the inside says why users get errors',
      'down',
      'down',
      {
        status: 'down',
        cause: 'crash-loop',
        reason: 'answers 500; has 0 of 2 pods ready: fence-1 crash-loops',
        state: OUTSIDE.down.state,
      },
    ],
    [
      'it is unsteady and no pod is ready',
      'degraded',
      'down',
      { status: 'degraded', cause: 'crash-loop' },
    ],
    [
      'it is unsteady and one of its pods fails',
      'degraded',
      'degraded',
      { status: 'degraded', cause: 'crash-loop' },
    ],
    [
      'no connection can be made, and no pod is ready to take one',
      'refusing',
      'down',
      { status: 'down', cause: 'crash-loop' },
    ],
    // The cause of the inside was taken whatever it was, and advice went to a job while DNS was broken.
    [
      'users get errors and a job is late, which explains no errors',
      'down',
      'late',
      {
        status: 'down',
        cause: 'http-status',
        reason: 'answers 500; needs usersync, which is late',
      },
    ],
    [
      'users are served and a job is late',
      'up',
      'late',
      { status: 'degraded', cause: 'job-late' },
    ],
    [
      'its name does not resolve, which no pod can do',
      'nameless',
      'down',
      {
        status: 'down',
        cause: 'dns',
        reason:
          'cannot be reached: no name; has 0 of 2 pods ready: fence-1 crash-loops',
      },
    ],
    [
      'its certificate is refused, which no pod can do',
      'untrusted',
      'degraded',
      { status: 'down', cause: 'tls' },
    ],
    [
      'its certificate has ended, which no pod can do',
      'ended',
      'down',
      { status: 'down', cause: 'certificate-ended' },
    ],
  ])('%s', (_, outside, inside, expected) => {
    const combined = combineLayers(
      outside && OUTSIDE[outside],
      inside && INSIDE[inside],
    );
    expect([combined]).toMatchObject([expected]);
  });
});

import { serviceState } from '../testing/checkStates';
import { checksWith, rollUp, VISIBLE } from '../testing/commons';
import { CheckResult, CheckState, Outcome } from './types';

const inside = (
  checkId: string,
  outcome: Outcome,
  facts: Partial<CheckResult>,
): CheckState => {
  const service = checkId.split(':')[1];
  return serviceState(service ?? 'revproxy', outcome, {
    checkId: `inside:${checkId}`,
    service,
    ...facts,
  });
};

const ISOLATED = inside('network-policies', 'degraded', {
  cause: 'isolated',
  reason: 'do not let users in to revproxy: allow-nothing',
});

const GATEWAY_CRASHES = inside('deployments:revproxy', 'down', {
  cause: 'crash-loop',
  reason: 'has 0 of 1 pods ready: revproxy-1 crash-loops (exit code 1)',
});

const FENCE_CRASHES = inside('deployments:fence', 'down', {
  cause: 'crash-loop',
  reason: 'has 0 of 1 pods ready: fence-1 crash-loops (exit code 1)',
});

const ARBORIST_CRASHES = inside('deployments:arborist', 'down', {
  cause: 'crash-loop',
  reason: 'has 0 of 1 pods ready: arborist-1 crash-loops (exit code 1)',
});

const GATEWAY_WAITS = inside('deployments:revproxy', 'degraded', {
  cause: 'pending',
  reason: 'has 2 of 2 pods ready, but revproxy-3 is pending for 20 min',
});

const GUPPY_ISOLATED = inside('network-policies', 'degraded', {
  cause: 'isolated',
  reason: 'do not let revproxy in to guppy: allow-nothing, revproxy',
});

const FULL_DISK = inside('nodes', 'degraded', {
  cause: 'node-not-ready',
  reason: 'of this commons are not well: node-7 (DiskPressure)',
});

const NOT_RENEWED = inside('ingress', 'degraded', {
  cause: 'certificate-not-renewed',
  reason: 'has a certificate that is overdue (heart-tls)',
});

const NO_INGRESS = inside('ingress', 'degraded', {
  cause: 'no-ingress',
  reason: 'has no rule for heart.example',
});

const LATE = inside('jobs:fence', 'degraded', {
  cause: 'job-late',
  reason: 'needs usersync, whose last success was 6 h ago (*/30 * * * *)',
});

const allDown = (facts: Partial<CheckResult> = {}) =>
  VISIBLE.map(name => serviceState(name, 'down', facts));

describe('a commons whose services all fail users alike', () => {
  it('says that network policies shut its gateway in, and what to do about them', () => {
    // It advised to look at revproxy, the nodes and the database, while the check below knew why.
    expect(rollUp({ checks: [...allDown(), ISOLATED] })).toMatchObject({
      headline:
        'Every service answers 500 (3 of 3 checks); network policies do not let users in to revproxy: allow-nothing',
      cause: 'isolated',
      affected: 'Everyone is affected.',
      advice: expect.stringMatching(/network policy that lets users through/),
    });
  });

  it('names the gateway whose pods crash, before the way to it', () => {
    expect(
      rollUp({ checks: [...allDown(), ISOLATED, GATEWAY_CRASHES] }),
    ).toMatchObject({
      headline:
        'Every service answers 500 (3 of 3 checks); revproxy has 0 of 1 pods ready: revproxy-1 crash-loops (exit code 1)',
      cause: 'crash-loop',
      advice: expect.stringMatching(/^Read the last log of revproxy /),
    });
  });

  it('names the gateway that is scaled to zero, which is no more than degraded', () => {
    const none = inside('deployments:revproxy', 'degraded', {
      cause: 'scaled-to-zero',
      reason: 'is scaled to zero (revproxy-deployment)',
    });
    expect(rollUp({ checks: [...allDown(), none] })).toMatchObject({
      headline:
        'Every service answers 500 (3 of 3 checks); revproxy is scaled to zero (revproxy-deployment)',
      cause: 'scaled-to-zero',
      advice: expect.stringMatching(/^Set the replicas of revproxy /),
    });
  });

  it.each<[string, Partial<CheckResult>]>([
    ['no answer', { cause: 'timeout', reason: 'does not answer in time' }],
    [
      'no connection',
      { cause: 'unreachable', reason: 'cannot be reached: refused' },
    ],
    ['404', { reason: 'answers 404', evidence: { httpStatus: 404 } }],
  ])(
    'says that no Ingress leads in where users get %s',
    (_, { reason, ...facts }) => {
      const checks = [...allDown({ reason, ...facts }), NO_INGRESS];
      expect(rollUp({ checks })).toMatchObject({
        headline: expect.stringMatching(
          `${reason}.*; ingress has no rule for heart.example$`,
        ),
        cause: 'no-ingress',
        advice: expect.stringMatching(/^Look at the Ingress of revproxy /),
      });
    },
  );

  // Whatever one of these checks had found was taken for the cause, and advice was about it.
  it.each([
    ['pods of another service', [FENCE_CRASHES]],
    // It comes first by name, and so gave its cause to all.
    ['pods of the service that comes first', [ARBORIST_CRASHES]],
    ['a job', [LATE]],
    ['one node of many', [FULL_DISK]],
    ['a policy that shuts one other service in', [GUPPY_ISOLATED]],
    ['a certificate that is not renewed', [NOT_RENEWED]],
    ['an Ingress that cannot make it answer 500', [NO_INGRESS]],
    ['a pod beside enough of the gateway', [GATEWAY_WAITS, ARBORIST_CRASHES]],
  ])('does not blame %s for it', (_, others) => {
    expect(rollUp({ checks: [...allDown(), ...others] })).toMatchObject({
      headline: 'Every service answers 500 (3 of 3 checks)',
      cause: 'http-status',
      advice: expect.stringMatching(/^Look at revproxy/),
    });
  });

  it('does not blame the gateway where the name of the commons is gone', () => {
    const nameless = allDown({
      cause: 'dns',
      reason: 'cannot be reached: no such name',
    });
    expect(
      rollUp({ checks: [...nameless, ISOLATED, GATEWAY_CRASHES] }),
    ).toMatchObject({
      cause: 'dns',
      headline: expect.not.stringContaining('revproxy'),
      advice: 'Check the DNS record of the hostname.',
    });
  });

  it('blames no way to the gateway while only one service fails', () => {
    expect(
      rollUp({ checks: [...checksWith({ fence: 'down' }), ISOLATED] }),
    ).toMatchObject({
      headline: 'Log-in is down: fence answers 500 (3 of 3 checks)',
      cause: 'http-status',
    });
  });
});

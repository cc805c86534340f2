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
  reason: 'let nobody in to revproxy: allow-nothing',
});

const GATEWAY_CRASHES = inside('deployments:revproxy', 'down', {
  cause: 'crash-loop',
  reason: 'has 0 of 1 pods ready: revproxy-1 crash-loops (exit code 1)',
});

const FENCE_CRASHES = inside('deployments:fence', 'down', {
  cause: 'crash-loop',
  reason: 'has 0 of 1 pods ready: fence-1 crash-loops (exit code 1)',
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
        'Every service answers 500 (3 of 3 checks); network policies let nobody in to revproxy: allow-nothing',
      cause: 'isolated',
      affected: 'Everyone is affected.',
      advice: expect.stringMatching(/network policy that opens it/),
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

  it.each([
    ['pods of another service', FENCE_CRASHES],
    ['a job', LATE],
  ])('does not blame %s for it', (_, other) => {
    expect(rollUp({ checks: [...allDown(), other] })).toMatchObject({
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

import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsHealth } from '../../__testUtils__/fixtures';
import { buildChecks } from './buildChecks';

type Check = CommonsHealthResponse['checks'][number];

const check = (checkId: string, change: Partial<Check> = {}): Check => ({
  checkId,
  outcome: 'up',
  cause: 'ok',
  reason: 'is as expected',
  evidence: {},
  checkedAt: '2026-11-22T10:00:00.000Z',
  status: 'up',
  statusReason: 'is as expected',
  ...change,
});

const build = (answer: Partial<CommonsHealthResponse>) =>
  buildChecks(commonsHealth({}, answer));

describe('buildChecks', () => {
  it('shows what the server settled on, not the last answer alone', () => {
    // One answer without an issuer was shown as degraded, beside a commons that was up with 100 points.
    const missed = check('issuer', {
      outcome: 'degraded',
      cause: 'unexpected-body',
      reason: 'cannot be seen: the answer names none',
    });
    expect(build({ checks: [missed] })).toMatchObject([
      { status: 'up', reason: 'is as expected', result: missed },
    ]);
  });

  it('puts first what needs attention most', () => {
    const checks = [
      check('tls'),
      check('maintenance', { status: 'maintenance' }),
      check('issuer', { status: 'degraded' }),
    ];
    expect(build({ checks }).map(({ id }) => id)).toEqual([
      'issuer',
      'maintenance',
      'tls',
    ]);
  });

  it('says of the certificate alone how long it is valid and who issued it', () => {
    const certificate = {
      status: 'up',
      reason: 'ends in 80 days',
      validTo: '2027-02-10T12:00:00.000Z',
      issuer: 'CN=R11',
    } as const;
    const [tls, issuer] = build({
      certificate,
      checks: [check('tls'), check('issuer')],
    });
    expect(tls).toMatchObject({
      validTo: certificate.validTo,
      issuer: certificate.issuer,
    });
    expect(issuer.validTo).toBeUndefined();
  });
});

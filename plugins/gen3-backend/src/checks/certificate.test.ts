import { certificateFacts, NOW } from './__testUtils__/createFakeClient';
import { judgeCertificate } from './certificate';

const judge = (daysLeft: number, facts = {}) =>
  judgeCertificate(certificateFacts(daysLeft, facts), {
    now: NOW,
    warningDays: 21,
  });

describe('judgeCertificate', () => {
  it.each([
    ['far from its end', 60, {}, 'up', 'ok', 'ends in 60 days'],
    ['at the limit', 21, {}, 'up', 'ok', 'ends in 21 days'],
    [
      'below it',
      20.9,
      {},
      'degraded',
      'certificate-ends-soon',
      'ends in 20 days',
    ],
    [
      'with one day',
      1.5,
      {},
      'degraded',
      'certificate-ends-soon',
      'ends in 1 day',
    ],
    [
      'with hours',
      0.2,
      {},
      'degraded',
      'certificate-ends-soon',
      'ends in 0 days',
    ],
    [
      'past its end',
      -1,
      { authorized: false, authorizationError: 'CERT_HAS_EXPIRED' },
      'down',
      'certificate-ended',
      'ended on 2026-07-14',
    ],
    [
      'before its start',
      100,
      {},
      'down',
      'tls',
      'is not valid before 2026-07-25',
    ],
    [
      'for others',
      60,
      { authorized: false, authorizationError: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      'down',
      'tls',
      'is for other hostnames',
    ],
    [
      'that Node has no code for',
      60,
      { authorized: false, authorizationError: 'UNSPECIFIED' },
      'down',
      'tls',
      expect.stringContaining('its key or signature may be too weak'),
    ],
    [
      'that is not trusted for a rare reason',
      60,
      { authorized: false, authorizationError: 'CERT_UNTRUSTED' },
      'down',
      'tls',
      'is not trusted (CERT_UNTRUSTED)',
    ],
  ])('judges one %s', (_label, daysLeft, facts, outcome, cause, reason) => {
    expect(judge(daysLeft, facts)).toEqual({ outcome, cause, reason });
  });
});

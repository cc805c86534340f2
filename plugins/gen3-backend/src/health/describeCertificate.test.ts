import {
  type CheckState,
  settle,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { describeCertificate } from './describeCertificate';

const CHECKED_AT = '2026-11-22T10:00:00.000Z';
const INTERVAL_MS = 60_000;

const state: CheckState = settle(undefined, {
  checkId: 'tls',
  outcome: 'up',
  cause: 'ok',
  reason: 'ends in 80 days',
  evidence: {
    details: { validTo: '2027-02-10T12:00:00.000Z', issuer: 'CN=R11' },
  },
  checkedAt: CHECKED_AT,
});

const at = (minutes: number) => ({
  now: new Date(Date.parse(CHECKED_AT) + minutes * 60_000),
  intervalMs: INTERVAL_MS,
});

describe('describeCertificate', () => {
  it('says until when it is valid and who issued it', () => {
    expect(describeCertificate([state], at(1))).toEqual({
      status: 'up',
      reason: 'ends in 80 days',
      issuer: 'CN=R11',
      validTo: '2027-02-10T12:00:00.000Z',
      daysLeft: 80,
    });
  });

  // It once stayed green when nobody had looked for hours.
  it('does not call it good when nobody looked for three intervals', () => {
    expect(describeCertificate([state], at(14))).toMatchObject({
      status: 'unknown',
      reason: 'was last asked 14 min ago',
    });
  });

  it('says nothing before anybody looked', () => {
    expect(describeCertificate([], at(0))).toBeUndefined();
  });
});

import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';
import { minutesAgo, NOW } from './__testUtils__/kubernetesObjects';
import { judgeCertificate } from './judgeCertificate';

const HOUR = 60;
const DAY = 24 * HOUR;

function judge(change: {
  ready?: { status: string; minutes?: number };
  renewal?: number;
  end?: number;
}) {
  const { ready = { status: 'True' }, renewal, end } = change;
  const status: KubernetesObject<'certificates'>['status'] = {
    conditions: [
      {
        type: 'Ready',
        status: ready.status,
        message: 'the order failed',
        lastTransitionTime: minutesAgo(ready.minutes ?? 30),
      },
    ],
    renewalTime: renewal === undefined ? undefined : minutesAgo(renewal),
    notAfter: end === undefined ? undefined : minutesAgo(end),
  };
  return judgeCertificate(
    { metadata: { name: 'gen3', ownerReferences: [] }, status },
    NOW,
  );
}

describe('judgeCertificate', () => {
  it.each([
    ['of 90 days, long before its renewal', -30 * DAY, -60 * DAY],
    ['of 90 days, an hour after its renewal was due', HOUR, -30 * DAY],
    ['of a day, shortly before its renewal', -HOUR, -9 * HOUR],
  ])('takes as good one %s', (_, renewal, end) => {
    expect(judge({ renewal, end }).outcome).toBe('up');
  });

  it.each([
    ['of 90 days, 20 days late', 20 * DAY, -10 * DAY, 'ends in 10 d'],
    ['of a day, five hours late', 5 * HOUR, -3 * HOUR, 'ends in 3 h'],
    ['that has ended', 40 * DAY, 5, 'has ended'],
    ['that has ended, whose renewal nobody names', undefined, 5, 'has ended'],
  ])('warns of one %s', (_, renewal, end, clause) => {
    expect(judge({ renewal, end })).toEqual({
      outcome: 'degraded',
      cause: 'certificate-not-renewed',
      reason: `has a certificate that was not renewed and ${clause} (gen3)`,
    });
  });

  it('warns of one that could not be issued for ten minutes, and does not know before', () => {
    expect(judge({ ready: { status: 'False', minutes: 11 } })).toEqual({
      outcome: 'degraded',
      cause: 'certificate-not-renewed',
      reason:
        'has a certificate that cert-manager could not issue (gen3: the order failed)',
    });
    const soon = judge({ ready: { status: 'False', minutes: 3 } });
    expect(soon.outcome).toBe('unknown');
  });

  it('does not know of one of which cert-manager says nothing', () => {
    expect(judge({ ready: { status: 'Unknown' } }).outcome).toBe('unknown');
    const metadata = { name: 'gen3', ownerReferences: [] };
    expect(judgeCertificate({ metadata }, NOW).outcome).toBe('unknown');
  });
});

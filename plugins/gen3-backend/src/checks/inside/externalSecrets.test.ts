import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';
import { minutesAgo, NOW } from './__testUtils__/kubernetesObjects';
import { judgeExternalSecrets } from './externalSecrets';

const judge = (items: KubernetesObject<'externalsecrets'>[]) =>
  judgeExternalSecrets(items, NOW);

const secret = (name: string, status?: string, message?: string) => ({
  metadata: { name, ownerReferences: [] },
  status: {
    conditions: status
      ? [{ type: 'Ready', status, reason: 'SecretSyncedError', message }]
      : [],
  },
});

describe('judgeExternalSecrets', () => {
  it('is up when all are synced, and when there are none', () => {
    expect(judge([secret('fence-config', 'True')])).toEqual({
      outcome: 'up',
      cause: 'ok',
      reason: 'are synced from their store',
    });
    expect(judge([]).outcome).toBe('up');
  });

  it('warns of those that are not synced, with their names and what the operator says', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    expect(
      judge([
        secret('fence-config', 'True'),
        ...names.map(name => secret(name, 'False', 'could not get secret')),
      ]),
    ).toEqual({
      outcome: 'degraded',
      cause: 'secret-not-synced',
      reason:
        'are not synced from their store: a, b, c and 2 more (could not get secret)',
    });
  });

  it.each([
    ['says nothing', undefined],
    ['does not know', 'Unknown'],
  ])('does not know while the operator %s of one', (_, status) => {
    expect(
      judge([secret('wts-g3auto', 'True'), secret('fence-config', status)]),
    ).toEqual({
      outcome: 'unknown',
      cause: 'not-visible',
      reason:
        'cannot be judged: the operator has not said how they are (fence-config)',
    });
  });

  it('shows no address of the store that its message quotes', () => {
    const { reason } = judge([
      secret('fence-config', 'False', 'GET https://vault.internal/v1: 403'),
    ]);
    expect(reason).not.toContain('vault.internal');
  });

  it.each([
    ['5m', 10, 'up'],
    ['5m', 100, 'degraded'],
    ['24h', 24 * 60 + 30, 'up'],
    ['0', 90_000, 'up'],
    ['whenever', 90_000, 'up'],
  ])(
    'takes the operator for stopped when it was to look every %s and has not for %p min: %s',
    (refreshInterval, minutes, outcome) => {
      const synced = secret('fence-config', 'True');
      const left = {
        ...synced,
        spec: { refreshInterval },
        status: { ...synced.status, refreshTime: minutesAgo(minutes) },
      };
      expect(judge([left]).outcome).toBe(outcome);
    },
  );
});

import { judgeExternalSecrets } from './externalSecrets';

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
    expect(judgeExternalSecrets([secret('fence-config', 'True')])).toEqual({
      outcome: 'up',
      cause: 'ok',
      reason: 'are synced from their store',
    });
    expect(judgeExternalSecrets([]).outcome).toBe('up');
  });

  it('warns of those that are not synced, with their names and what the operator says', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    expect(
      judgeExternalSecrets([
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
      judgeExternalSecrets([
        secret('wts-g3auto', 'True'),
        secret('fence-config', status),
      ]),
    ).toEqual({
      outcome: 'unknown',
      cause: 'not-visible',
      reason:
        'cannot be judged: the operator has not said how they are (fence-config)',
    });
  });

  it('shows no address of the store that its message quotes', () => {
    const { reason } = judgeExternalSecrets([
      secret('fence-config', 'False', 'GET https://vault.internal/v1: 403'),
    ]);
    expect(reason).not.toContain('vault.internal');
  });
});

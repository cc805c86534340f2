import { judgeQuotas } from './quota';

const quota = (hard: Record<string, string>, used: Record<string, string>) => ({
  metadata: { name: 'compute', ownerReferences: [] },
  status: { hard, used },
});

describe('quota', () => {
  it.each([
    ['there is room', { pods: '40' }, { pods: '39' }],
    ['units differ and there is room', { cpu: '2' }, { cpu: '1900m' }],
    ['something is forbidden on purpose', { cpu: '0' }, { cpu: '0' }],
    [
      'what is used up is nothing that a pod needs',
      { services: '10', 'requests.storage': '1Ti', 'count/jobs.batch': '5' },
      { services: '10', 'requests.storage': '1Ti', 'count/jobs.batch': '5' },
    ],
  ])('is up when %s', (_, hard, used) => {
    expect(judgeQuotas([quota(hard, used)]).outcome).toBe('up');
  });

  it.each([
    ['nothing is said of what is used', { pods: '40' }, {}],
    ['the limit is no quantity', { pods: 'many' }, { pods: '9' }],
  ])('does not know when %s', (_, hard, used) => {
    expect(judgeQuotas([quota(hard, used)])).toEqual({
      outcome: 'unknown',
      cause: 'not-visible',
      reason: 'cannot be judged: pods of compute does not say what is used',
    });
  });

  it('does not know of a quota that says nothing yet', () => {
    const metadata = { name: 'new', ownerReferences: [] };
    expect(judgeQuotas([{ metadata }]).outcome).toBe('unknown');
  });

  it('is up without any quota', () => {
    expect(judgeQuotas([]).outcome).toBe('up');
  });

  it.each(['memory', 'requests.memory', 'limits.ephemeral-storage'])(
    'warns of %s that is used up, in its own units',
    resource => {
      expect(
        judgeQuotas([
          quota(
            { [resource]: '8Gi', pods: '40' },
            { [resource]: '8192Mi', pods: '3' },
          ),
        ]),
      ).toEqual({
        outcome: 'degraded',
        cause: 'quota-used-up',
        reason: `is used up: ${resource} of compute (8192Mi of 8Gi)`,
      });
    },
  );
});

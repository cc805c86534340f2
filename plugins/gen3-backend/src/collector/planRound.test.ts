import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { planRound } from './planRound';

describe('planRound', () => {
  it('asks what says most first, and keeps the order otherwise', () => {
    const check = (id: string, service?: string) => ({
      id,
      service,
      run: () => Promise.reject(new Error('not asked here')),
    });
    const plan = planRound({
      registry: createServiceRegistry(),
      checks: [
        check('http:audit', 'audit'),
        check('http:own', 'own'),
        check('http:fence', 'fence'),
        check('tls'),
        check('issuer'),
      ],
    });
    expect(plan.map(({ id }) => id)).toEqual([
      'tls',
      'issuer',
      'http:fence',
      'http:audit',
      'http:own',
    ]);
  });
});

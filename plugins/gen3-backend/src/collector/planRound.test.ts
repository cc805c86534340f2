import {
  createServiceRegistry,
  settle,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { planRound } from './planRound';

describe('planRound', () => {
  const check = (id: string, service?: string) => ({
    id,
    service,
    run: () => Promise.reject(new Error('not asked here')),
  });

  it('asks what says most first, and keeps the order otherwise', () => {
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

  it('asks only what has to be confirmed in a round that confirms', () => {
    const stateOf = (checkId: string, outcome: 'up' | 'down') =>
      settle(undefined, {
        checkId,
        outcome,
        cause: 'ok',
        reason: '',
        evidence: {},
        checkedAt: '2026-11-22T10:00:00.000Z',
      });
    const plan = planRound({
      registry: createServiceRegistry(),
      checks: [check('http:audit', 'audit'), check('http:fence', 'fence')],
      confirming: [
        stateOf('http:audit', 'up'),
        stateOf('http:fence', 'down'),
        stateOf('http:removed', 'down'),
      ],
    });
    expect(plan.map(({ id }) => id)).toEqual(['http:fence']);
  });
});

import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { known, unknown } from '../facts/askFact';
import type { ClusterFact } from '../facts/types';
import { clusterReachable } from './clusterReachable';

const check = (reachable: ClusterFact['reachable']) =>
  checkAnswers(
    clusterReachable,
    {},
    {
      facts: {
        cluster: known({
          name: 'organnonprod',
          isConnected: known(true),
          isUsed: true,
          others: [],
          reachable,
        }),
      },
    },
  );

describe('cluster-reachable', () => {
  it('warns when its API server does not answer, and says how', () => {
    const how = 'no connection';
    expect(check(known({ answers: false, how })).findings).toMatchObject([
      {
        severity: 'warning',
        where: { field: 'cluster' },
        what: expect.stringMatching(/"organnonprod": no connection$/),
      },
    ]);
  });

  it('passes when it answers', () => {
    expect(check(known({ answers: true })).outcome).toBe('passed');
  });

  it('has nothing to ask of a cluster that is not connected, or not named', () => {
    expect(check(undefined).outcome).toBe('not-applicable');
    expect(checkValues(clusterReachable, '{}').outcome).toBe('not-applicable');
  });

  it('says why it was not run', () => {
    expect(check(unknown('The portal is busy'))).toMatchObject({
      outcome: 'not-run',
      reason: 'The portal is busy',
    });
    expect(checkAnswers(clusterReachable, {}).outcome).toBe('not-run');
  });
});

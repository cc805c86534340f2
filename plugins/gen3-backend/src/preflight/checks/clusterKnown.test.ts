import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { known, unknown } from '../facts/askFact';
import type { ClusterFact } from '../facts/types';
import { clusterKnown } from './clusterKnown';

const check = (found: Partial<ClusterFact>, cluster = 'organnonprod') =>
  checkAnswers(
    clusterKnown,
    { cluster },
    {
      facts: {
        cluster: known({
          name: cluster,
          isConnected: known(false),
          isUsed: false,
          others: ['hubprod', 'organnonprod', 'organprod'],
          ...found,
        }),
      },
    },
  );

describe('cluster-known', () => {
  it('takes one that Backstage is connected to, whether or not a commons is in it', () => {
    expect(check({ isConnected: known(true) }).outcome).toBe('passed');
  });

  it('warns of one that only commons are in', () => {
    expect(check({ isUsed: true }).findings).toMatchObject([
      {
        severity: 'warning',
        where: { field: 'cluster' },
        why: expect.stringContaining('only be followed from outside'),
      },
    ]);
  });

  it('refuses one that nobody knows, and says which was meant', () => {
    expect(check({}, 'organprd').findings).toMatchObject([
      {
        severity: 'error',
        where: { field: 'cluster' },
        what: expect.stringMatching(/"organprd".*did you mean "organprod"\?$/),
        fix: expect.stringContaining('hubprod, organnonprod and organprod'),
      },
    ]);
  });

  it('says what to do when there is no cluster at all', () => {
    const { findings } = check({ others: [] }, 'east-1');
    expect(findings).toMatchObject([
      { severity: 'error', fix: expect.stringContaining('none to choose yet') },
    ]);
  });

  it("names a cluster as the source and as Backstage's config does", () => {
    const { findings } = check({ name: 'east-1' }, 'eastern');
    expect(findings).toMatchObject([
      { what: expect.stringContaining('"eastern" ("east-1" in Backstage)') },
    ]);
  });

  it('says why it was not run', () => {
    expect(check({ isConnected: unknown('it answers 404') })).toMatchObject({
      outcome: 'not-run',
      reason: expect.stringContaining('it answers 404'),
    });
    expect(checkAnswers(clusterKnown, {}).outcome).toBe('not-run');
  });

  it('has nothing to ask about values whose cluster nobody names', () => {
    expect(checkValues(clusterKnown, '{}').outcome).toBe('not-applicable');
  });
});

import type {
  CheckState,
  Outcome,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { describeLayers } from './describeLayers';

const EAST = { cluster: 'east', namespace: 'heart' };
const WHERE = 'cluster east, namespace heart';
const SINCE = '2026-11-27T09:00:00.000Z';

function state(
  checkId: string,
  last: Outcome,
  facts: { outcome?: Outcome; checkedAt?: string; reason?: string } = {},
): CheckState {
  const { checkedAt = '2026-11-27T10:00:00.000Z', reason = 'says so' } = facts;
  const cause = last === 'unknown' ? 'cluster-unreachable' : 'ok';
  const result = { checkId, outcome: last, cause, reason } as const;
  return {
    ...result,
    outcome: facts.outcome ?? last,
    since: SINCE,
    consecutiveFailures: 0,
    consecutiveSuccesses: 0,
    consecutiveUnknowns: 0,
    recent: [],
    last: { ...result, evidence: {}, checkedAt },
  };
}

const insideOf = (commons: Partial<Parameters<typeof describeLayers>[0]>) =>
  describeLayers({ probing: 'on', states: [], ...commons })[1];

describe('describeLayers', () => {
  it('gives each layer its own age', () => {
    const layers = describeLayers({
      probing: 'on',
      source: 'gitops',
      kubernetes: EAST,
      states: [
        state('http:fence', 'up', { checkedAt: '2026-11-27T10:00:01.000Z' }),
        state('tls', 'up', { checkedAt: '2026-11-27T10:00:05.000Z' }),
        state('inside:deployments:fence', 'down', {
          checkedAt: '2026-11-27T10:00:09.000Z',
        }),
      ],
    });
    expect(layers).toEqual([
      { id: 'outside', state: 'connected', at: '2026-11-27T10:00:05.000Z' },
      {
        id: 'inside',
        state: 'connected',
        at: '2026-11-27T10:00:09.000Z',
        where: WHERE,
      },
      { id: 'git', state: 'connected' },
    ]);
  });

  it('says how to connect a cluster, a source, and users’ own view', () => {
    expect(describeLayers({ probing: 'off', states: [] })).toMatchObject([
      { id: 'outside', state: 'off', hint: expect.stringContaining('probing') },
      {
        id: 'inside',
        state: 'missing',
        hint: expect.stringContaining('kubernetes.clusterLocatorMethods'),
      },
      { id: 'git', state: 'missing', hint: expect.stringContaining('source') },
    ]);
  });

  it('names the cluster of a commons whose namespace nobody names, and how to name it', () => {
    expect(insideOf({ cluster: 'east' })).toEqual({
      id: 'inside',
      state: 'missing',
      hint: expect.stringMatching(
        /in cluster "east".*backstage.io\/kubernetes-namespace/,
      ),
    });
  });

  it('does not look into the cluster of a commons that is not watched', () => {
    expect(insideOf({ probing: 'off', kubernetes: EAST })).toMatchObject({
      state: 'off',
    });
  });

  it('says of a cluster that tells nothing since when, and why', () => {
    const facts = { reason: 'cannot be seen inside: it hangs' };
    expect(
      insideOf({
        kubernetes: EAST,
        states: [
          state('inside:deployments:fence', 'unknown', facts),
          state('inside:deployments:indexd', 'unknown', {
            ...facts,
            outcome: 'up',
          }),
        ],
      }),
    ).toEqual({
      id: 'inside',
      state: 'failing',
      since: SINCE,
      where: WHERE,
      hint: 'cannot be seen inside: it hangs',
    });
  });

  it('names what cannot be read where the rest can', () => {
    expect(
      insideOf({
        kubernetes: EAST,
        states: [
          state('inside:deployments:fence', 'up'),
          state('inside:deployments:indexd', 'unknown', {
            reason: 'is a secret',
          }),
        ],
      }),
    ).toMatchObject({ state: 'connected', hint: 'is a secret' });
  });

  it('is connected and silent before the first round', () => {
    expect(insideOf({ kubernetes: EAST })).toMatchObject({
      state: 'connected',
      at: undefined,
    });
  });
});

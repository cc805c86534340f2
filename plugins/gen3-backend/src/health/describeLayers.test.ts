import type {
  Cause,
  CheckState,
  Outcome,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { describeLayers } from './describeLayers';

const EAST = { cluster: 'east', namespace: 'heart' };
const WHERE = 'cluster east, namespace heart';
const SINCE = '2026-11-27T09:00:00.000Z';
const ASKED_AT = '2026-11-27T10:00:00.000Z';
const TIME = { now: new Date('2026-11-27T10:01:00.000Z'), intervalMs: 60_000 };

function state(
  checkId: string,
  last: Outcome,
  facts: {
    outcome?: Outcome;
    cause?: Cause;
    checkedAt?: string;
    reason?: string;
  } = {},
): CheckState {
  const { checkedAt = ASKED_AT, reason = 'says so' } = facts;
  const { cause = last === 'unknown' ? 'cluster-unreachable' : 'ok' } = facts;
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
  describeLayers({ probing: 'on', states: [], time: TIME, ...commons })[1];

describe('describeLayers', () => {
  it('gives each layer its own age', () => {
    const layers = describeLayers({
      probing: 'on',
      source: 'gitops',
      kubernetes: EAST,
      time: TIME,
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
    expect(
      describeLayers({ probing: 'off', states: [], time: TIME }),
    ).toMatchObject([
      { id: 'outside', state: 'off', hint: expect.stringContaining('probing') },
      {
        id: 'inside',
        state: 'missing',
        hint: expect.stringContaining('kubernetes.clusterLocatorMethods'),
      },
      { id: 'git', state: 'missing', hint: expect.stringContaining('source') },
    ]);
  });

  it.each([
    [
      'a source',
      'main',
      /in cluster "east".*source "main".*"spec.destination.namespace"/,
    ],
    [
      'a person',
      undefined,
      /in cluster "east".*Set the annotation backstage.io\/kubernetes-namespace$/,
    ],
  ])(
    'names the cluster of a commons whose namespace nobody names, and where to name it when it is declared by %s',
    (_, source, hint) => {
      expect(insideOf({ cluster: 'east', source })).toEqual({
        id: 'inside',
        state: 'missing',
        hint: expect.stringMatching(hint),
      });
    },
  );

  it('names the annotations for a cluster where a person declares the commons, and the source where one does', () => {
    expect(insideOf({}).hint).toContain('backstage.io/kubernetes-cluster');
    expect(insideOf({ source: 'main' }).hint).toMatch(
      /have source "main" name the cluster, with the namespace$/,
    );
  });

  it('names the cluster that Backstage does not have, as its source calls it', () => {
    // It said that none is connected, and not which name did not fit.
    expect(insideOf({ declaredCluster: 'esat-1', source: 'main' })).toEqual({
      id: 'inside',
      state: 'missing',
      hint: 'No cluster connected: the portal cannot match "esat-1" with any in "kubernetes.clusterLocatorMethods". Add it there under that name, or map it in "clusters" of source "main"',
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

  it('names an Argo CD that does not tell beside what the cluster does', () => {
    // Nothing was said of one that had stopped two days ago.
    const reason = 'has not compared gen3-heart with git for 2 d';
    expect(
      insideOf({
        kubernetes: EAST,
        states: [
          state('inside:deployments:fence', 'up'),
          state('inside:argocd', 'unknown', { cause: 'argocd-silent', reason }),
        ],
      }),
    ).toMatchObject({ state: 'connected', hint: `Argo CD ${reason}` });
  });

  it('is told something by an Argo CD that is silent and says what was wrong', () => {
    const cause = 'argocd-silent';
    expect(
      insideOf({
        kubernetes: EAST,
        states: [
          state('inside:argocd', 'degraded', { cause }),
          state('inside:pods', 'unknown', { cause: 'not-readable' }),
        ],
      }),
    ).toMatchObject({ state: 'connected', at: ASKED_AT, hint: 'says so' });
  });

  // These looked connected and well, without an age.
  it.each<[string, Cause, string]>([
    ['was cut off', 'timeout', 'gave no result within 5 s'],
    ['had no turn', 'cancelled', 'was not asked: the round ended first'],
    ['failed in the portal', 'never-asked', 'could not be asked'],
    ['may not be read', 'not-readable', 'answers 403'],
  ])(
    'says since when the inside tells nothing when all %s, and why',
    (_, cause, reason) => {
      const last = { cause, reason };
      expect(
        insideOf({
          kubernetes: EAST,
          states: [
            state('inside:deployments:fence', 'unknown', last),
            state('inside:jobs:fence', 'unknown', { ...last, outcome: 'up' }),
          ],
        }),
      ).toEqual({
        id: 'inside',
        state: 'failing',
        since: SINCE,
        where: WHERE,
        hint: reason,
      });
    },
  );

  it('does not take what nobody confirmed for three intervals for what the inside tells', () => {
    // Rounds that end before the inside has its turn leave its states as they are.
    const old = { checkedAt: '2026-11-27T09:47:00.000Z' };
    expect(
      insideOf({
        kubernetes: EAST,
        states: [state('inside:deployments:fence', 'up', old)],
      }),
    ).toEqual({
      id: 'inside',
      state: 'failing',
      since: old.checkedAt,
      where: WHERE,
      hint: 'was last asked 14 min ago',
    });
    expect(
      insideOf({
        kubernetes: EAST,
        states: [
          state('inside:deployments:fence', 'up', old),
          state('inside:jobs:fence', 'up'),
        ],
      }),
    ).toMatchObject({
      state: 'connected',
      at: ASKED_AT,
      hint: 'was last asked 14 min ago',
    });
  });

  it('has an age when the cluster answers that there is nothing to see', () => {
    const none = { cause: 'not-visible', reason: 'cannot be seen' } as const;
    expect(
      insideOf({
        kubernetes: EAST,
        states: [state('inside:argocd', 'unknown', none)],
      }),
    ).toEqual({
      id: 'inside',
      state: 'connected',
      at: ASKED_AT,
      where: WHERE,
      hint: undefined,
    });
  });

  it('tells nothing before it was asked for the first time', () => {
    expect(insideOf({ kubernetes: EAST })).toEqual({
      id: 'inside',
      state: 'failing',
      where: WHERE,
      hint: 'nothing was asked there yet',
    });
  });
});

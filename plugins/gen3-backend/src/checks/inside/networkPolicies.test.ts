import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';
import { pod } from './__testUtils__/kubernetesObjects';
import { judgeNetworkPolicies } from './networkPolicies';

type Policy = KubernetesObject<'networkpolicies'>;
type Selector = NonNullable<NonNullable<Policy['spec']>['podSelector']>;
type Expression = Selector['matchExpressions'][number];

function policy(
  name: string,
  change: {
    labels?: Record<string, string>;
    expressions?: Expression[];
    types?: string[];
    ingress?: Record<string, never>[];
    egress?: Record<string, never>[];
  } = {},
): Policy {
  const { labels = {}, expressions = [], types = ['Ingress'] } = change;
  return {
    metadata: { name, ownerReferences: [] },
    spec: {
      podSelector: { matchLabels: labels, matchExpressions: expressions },
      policyTypes: types,
      ingress: change.ingress ?? [],
      egress: change.egress ?? [],
    },
  };
}

const revproxy = pod({
  name: 'revproxy-1',
  labels: { app: 'revproxy', release: 'gen3' },
});

const judge = (...policies: Policy[]) =>
  judgeNetworkPolicies({
    policies,
    pods: [pod(), revproxy],
    serving: ['fence'],
  });

const both = ['Ingress', 'Egress'];
const denyAll = policy('allow-nothing-netpolicy', { types: both });
const toDns = policy('allow-dns-netpolicy', {
  types: ['Egress'],
  egress: [{}],
});

/** As `gen3-helm:helm/revproxy/templates/netpolicy.yaml` has it. */
const opener = policy('revproxy-netpolicy', {
  expressions: [
    { key: 'app', operator: 'In', values: ['revproxy', 'ambassador'] },
  ],
  types: both,
  ingress: [{}],
  egress: [{}],
});

const toFence = policy('fence-netpolicy', {
  labels: { app: 'fence' },
  ingress: [{}],
});

describe('network policies', () => {
  it('warns when nobody is let in to revproxy', () => {
    expect(judge(denyAll, toDns)).toEqual({
      outcome: 'degraded',
      cause: 'isolated',
      reason: 'let nobody in to revproxy: allow-nothing-netpolicy',
    });
  });

  it('warns when nobody is let in to a service that answers users', () => {
    const closed = policy('fence-closed', { labels: { app: 'fence' } });
    expect(judge(denyAll, opener, closed)).toMatchObject({
      cause: 'isolated',
      reason: 'let nobody in to fence: allow-nothing-netpolicy, fence-closed',
    });
  });

  it('warns when revproxy may reach nobody', () => {
    expect(judge(policy('out', { types: ['Egress'] }))).toMatchObject({
      cause: 'isolated',
      reason: 'let revproxy reach no service: out',
    });
  });

  it.each<[string, Policy[]]>([
    ['there is none', []],
    [
      'the chart forbids all, and opens what answers users',
      [denyAll, opener, toFence],
    ],
    [
      'it is about another service',
      [policy('db', { labels: { app: 'postgres' } })],
    ],
    [
      'it is about another release',
      [policy('b', { labels: { app: 'revproxy', release: 'b' } })],
    ],
    [
      'its types are left out and it has a rule',
      [policy('in', { types: [], ingress: [{}] })],
    ],
  ])('is up when %s', (_, policies) => {
    expect(judge(...policies).outcome).toBe('up');
  });

  it.each<[Expression, string]>([
    [{ key: 'app', operator: 'In', values: ['revproxy'] }, 'degraded'],
    [{ key: 'app', operator: 'In', values: ['fence'] }, 'up'],
    [{ key: 'app', operator: 'NotIn', values: ['revproxy'] }, 'up'],
    [{ key: 'tier', operator: 'NotIn', values: ['web'] }, 'degraded'],
    [{ key: 'release', operator: 'Exists', values: [] }, 'degraded'],
    [{ key: 'release', operator: 'DoesNotExist', values: [] }, 'up'],
  ])('selects pods by %p as Kubernetes does', (expression, outcome) => {
    const judged = judgeNetworkPolicies({
      policies: [policy('x', { expressions: [expression] })],
      pods: [revproxy],
      serving: [],
    });
    expect(judged.outcome).toBe(outcome);
  });

  it('does not know without pods of revproxy, or when a policy does not say whom it means', () => {
    const unseen = judgeNetworkPolicies({
      policies: [denyAll],
      pods: [pod()],
      serving: ['fence'],
    });
    expect(unseen.outcome).toBe('unknown');
    const odd = { metadata: { name: 'odd', ownerReferences: [] } };
    expect(judge(odd).outcome).toBe('unknown');
  });
});

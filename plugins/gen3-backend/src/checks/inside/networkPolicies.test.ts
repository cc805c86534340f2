import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesObject,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  createFakeClusters,
  failedReading,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { NOW, pod } from './__testUtils__/kubernetesObjects';
import { judgeNetworkPolicies } from './judgeNetworkPolicies';
import { createNetworkPoliciesCheck } from './networkPolicies';

type Policy = KubernetesObject<'networkpolicies'>;
type Selector = NonNullable<NonNullable<Policy['spec']>['podSelector']>;
type Expression = Selector['matchExpressions'][number];
type Rules = Pick<NonNullable<Policy['spec']>, 'ingress' | 'egress'>;

function policy(
  name: string,
  change: {
    labels?: Record<string, string>;
    expressions?: Expression[];
    types?: string[];
  } & Partial<Rules> = {},
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

function workload(
  name: string,
  matchLabels: Record<string, string>,
): KubernetesWorkload {
  return {
    metadata: { name, ownerReferences: [] },
    spec: { selector: { matchLabels, matchExpressions: [] } },
  };
}

const registry = createServiceRegistry();
const rowOf = (name: string) => {
  const row = registry.get(name);
  if (!row) throw new Error(`no ${name} in the registry`);
  return row;
};
const found = {
  namespace: 'heart',
  entry: rowOf('revproxy'),
  serving: [rowOf('fence')],
  pods: [pod(), revproxy],
  workloads: [
    workload('revproxy-deployment', { app: 'revproxy' }),
    workload('fence-deployment', { app: 'fence' }),
  ],
};

const judge = (...policies: Policy[]) =>
  judgeNetworkPolicies({ ...found, policies });

const both = ['Ingress', 'Egress'];
const denyAll = policy('allow-nothing-netpolicy', { types: both });
const fromAll = [{ from: [], ports: [] }];
const toAll = [{ to: [], ports: [] }];
const toDns = policy('allow-dns-netpolicy', {
  types: ['Egress'],
  egress: [{ to: [], ports: [53, 53] }],
});

/** As `gen3-helm:helm/revproxy/templates/netpolicy.yaml` has it. */
const opener = policy('revproxy-netpolicy', {
  expressions: [
    { key: 'app', operator: 'In', values: ['revproxy', 'ambassador'] },
  ],
  types: both,
  ingress: fromAll,
  egress: toAll,
});

const toFence = policy('fence-netpolicy', {
  labels: { app: 'fence' },
  ingress: fromAll,
});

describe('network policies', () => {
  it('warns when nobody is let in to revproxy', () => {
    expect(judge(denyAll, toDns)).toEqual({
      outcome: 'degraded',
      cause: 'isolated',
      reason: 'do not let users in to revproxy: allow-nothing-netpolicy',
    });
  });

  it('warns when nobody is let in to a service that answers users', () => {
    const closed = policy('fence-closed', { labels: { app: 'fence' } });
    expect(judge(denyAll, opener, closed)).toMatchObject({
      cause: 'isolated',
      reason:
        'do not let revproxy in to fence: allow-nothing-netpolicy, fence-closed',
    });
  });

  it('warns when revproxy may reach nobody', () => {
    expect(judge(policy('out', { types: ['Egress'] }))).toMatchObject({
      cause: 'isolated',
      reason: 'do not let revproxy out to fence: out',
    });
  });

  it.each<[string, Policy[]]>([
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
      [policy('in', { types: [], ingress: fromAll })],
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
      ...found,
      policies: [policy('x', { expressions: [expression] })],
      serving: [],
    });
    expect(judged.outcome).toBe(outcome);
  });

  it('does not know without pods of revproxy, or when a policy does not say whom it means', () => {
    const unseen = judgeNetworkPolicies({
      ...found,
      policies: [denyAll],
      pods: [pod()],
    });
    expect(unseen.outcome).toBe('unknown');
    const odd = { metadata: { name: 'odd', ownerReferences: [] } };
    expect(judge(odd).outcome).toBe('unknown');
  });

  // Pods were looked for by the label `app=<service>`: these have another one, were skipped, and the check said that all is well.
  it.each([
    ['fence', 'presigned-url-fence-deployment', { app: 'presigned-url-fence' }],
    [
      'access-backend',
      'access-backend-deployment',
      { 'app.kubernetes.io/name': 'access-backend' },
    ],
    [
      'cohort-middleware',
      'cohort-middleware-deployment',
      { 'app.kubernetes.io/name': 'cohort-middleware' },
    ],
    [
      'dashboard',
      'dashboard-deployment',
      { 'app.kubernetes.io/name': 'dashboard' },
    ],
  ])(
    'finds the pods of %s that are those of %s',
    (name, deployment, labels) => {
      const judged = judgeNetworkPolicies({
        ...found,
        policies: [policy('closed', { labels })],
        serving: [rowOf(name)],
        pods: [...found.pods, pod({ name: `${deployment}-1`, labels })],
        workloads: [...found.workloads, workload(deployment, labels)],
      });
      expect(judged).toEqual({
        outcome: 'degraded',
        cause: 'isolated',
        reason: `do not let revproxy in to ${name}: closed`,
      });
    },
  );

  it('says of which services it found no pods, and leaves them to their own checks', () => {
    const judged = judgeNetworkPolicies({
      ...found,
      policies: [denyAll, opener, toFence],
      serving: ['fence', 'indexd', 'wts'].map(rowOf),
    });
    expect(judged).toEqual({
      outcome: 'up',
      cause: 'ok',
      reason: 'let users in to revproxy; no pods to judge by of indexd, wts',
    });
  });
});

describe('the check of network policies', () => {
  const ask = async (cluster: FakeCluster) => {
    const check = createNetworkPoliciesCheck({
      client: createFakeClusters(cluster),
      place: { cluster: 'east', namespace: 'heart' },
      now: () => NOW,
      registry,
      serving: found.serving,
    });
    return check.run({ signal: new AbortController().signal });
  };
  const readable: FakeCluster = {
    networkpolicies: readingOf(denyAll),
    pods: readingOf(...found.pods),
    deployments: readingOf(...found.workloads),
  };
  const refused = failedReading('forbidden', 'answers 403');

  it('finds pods by Deployments and StatefulSets', async () => {
    const isolated = { outcome: 'degraded', cause: 'isolated' };
    expect(await ask(readable)).toMatchObject(isolated);
    expect(
      await ask({
        ...readable,
        deployments: readingOf(),
        statefulsets: readingOf(...found.workloads),
      }),
    ).toMatchObject(isolated);
  });

  it.each(['pods', 'deployments', 'statefulsets'] as const)(
    'knows nothing without the right to %s, unless there are no policies',
    async kind => {
      const open = readingOf(denyAll, opener, toFence);
      expect(
        await ask({ ...readable, networkpolicies: open, [kind]: refused }),
      ).toMatchObject({
        outcome: 'unknown',
        cause: 'not-readable',
        reason: `cannot be seen inside: cluster east, asked for ${kind}, answers 403`,
      });
      expect(await ask({ [kind]: refused })).toMatchObject({
        outcome: 'up',
        reason: 'let users in to revproxy',
      });
    },
  );

  // What Deployments show was thrown away with what StatefulSets might.
  it('warns of what Deployments show where StatefulSets cannot be read', async () => {
    expect(await ask({ ...readable, statefulsets: refused })).toMatchObject({
      outcome: 'degraded',
      cause: 'isolated',
    });
  });
});

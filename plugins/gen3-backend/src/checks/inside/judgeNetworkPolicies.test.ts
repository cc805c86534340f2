import {
  ADDRESSES,
  CHART_POLICIES,
  createPolicy,
  labelled,
  letIn,
  letOut,
  namespacesWith,
  type Peer,
  podsWith,
} from './__testUtils__/chartPolicies';
import { pod } from './__testUtils__/kubernetesObjects';
import { judgeNetworkPolicies } from './judgeNetworkPolicies';

/** Labels of pods as the chart has them (`gen3-helm:helm/<chart>/templates/deployment.yaml`). */
const LABELS: Record<string, Record<string, string>> = {
  revproxy: { app: 'revproxy', userhelper: 'yes' },
  arborist: { app: 'arborist', authprovider: 'yes', public: 'yes' },
  fence: { app: 'fence', authprovider: 'yes', netnolimit: 'yes' },
  indexd: { app: 'indexd', public: 'yes' },
  peregrine: { app: 'peregrine', public: 'yes', s3: 'yes' },
  portal: { app: 'portal', public: 'yes' },
  wts: { app: 'wts', netnolimit: 'yes', public: 'yes' },
};
const AUDIT = { app: 'audit', internet: 'yes', netvpc: 'yes' };
const JOB = { app: 'gen3job' };
const POSTGRES = { 'app.kubernetes.io/name': 'postgresql' };
const OPENERS_INWARD = ['revproxy', 'argocd', 'argo-workflows'];

type Policies = typeof CHART_POLICIES;

const without = (...names: string[]): Policies =>
  CHART_POLICIES.filter(
    ({ metadata }) => !names.includes(metadata.name.replace('-netpolicy', '')),
  );

function judge(policies: Policies, labels = LABELS) {
  const services = Object.keys(labels).map(name => ({
    name,
    deployments: [`${name}-deployment`],
  }));
  return judgeNetworkPolicies({
    namespace: 'heart',
    policies,
    pods: Object.entries({ ...labels, job: JOB, postgres: POSTGRES }).map(
      ([name, own]) => pod({ name: `${name}-1`, labels: own }),
    ),
    workloads: Object.entries(labels).map(([name, { app }]) => ({
      metadata: { name: `${name}-deployment`, ownerReferences: [] },
      spec: { selector: labelled({ app }) },
    })),
    entry: { name: 'revproxy', deployments: ['revproxy-deployment'] },
    serving: services,
  });
}

describe('the policies of the chart', () => {
  it('open, taken together, what they forbid', () => {
    expect(judge(CHART_POLICIES)).toEqual({
      outcome: 'up',
      cause: 'ok',
      reason: 'let users in to revproxy',
    });
  });

  // A rule counted as open whoever it lets through, and the chart lets jobs in to every pod: nothing was ever shut.
  it.each([
    [
      OPENERS_INWARD,
      'do not let users in to revproxy: allow-nothing-netpolicy, gen3job-in-netpolicy, revproxy-ingress-netpolicy',
    ],
    [
      ['auth-ingress'],
      'do not let revproxy in to fence: allow-nothing-netpolicy, gen3job-in-netpolicy',
    ],
    [
      ['public-ingress-to'],
      'do not let revproxy in to peregrine, portal: allow-nothing-netpolicy, gen3job-in-netpolicy, peregrine-ingress-netpolicy',
    ],
    [
      ['auth-egress'],
      expect.stringMatching(/^do not let revproxy out to fence: /),
    ],
    [
      ['auth-egress', 'public-egress-to'],
      expect.stringMatching(/^do not let revproxy out to any service: /),
    ],
    [
      ['public-egress-to'],
      expect.stringMatching(
        /^do not let revproxy out to indexd, peregrine, portal and 1 more: /,
      ),
    ],
  ])('say what is shut without %p', (names, reason) => {
    expect(judge(without(...names))).toEqual({
      outcome: 'degraded',
      cause: 'isolated',
      reason,
    });
  });

  it.each(OPENERS_INWARD)(
    'let users in without %s as long as there are the other two',
    name => {
      expect(judge(without(name)).outcome).toBe('up');
    },
  );

  // The chart of cloud-automation has the label for it; that of gen3-helm has not.
  it('keep users from audit, which only fence may reach', () => {
    expect(judge(CHART_POLICIES, { ...LABELS, audit: AUDIT }).reason).toBe(
      'do not let revproxy in to audit: allow-nothing-netpolicy, gen3job-in-netpolicy, audit-ingress-netpolicy',
    );
  });
});

describe('whom network policies let through', () => {
  const ofRevproxy = labelled({ app: 'revproxy' });
  const ofFence = labelled({ app: 'fence' });
  const own = { 'kubernetes.io/metadata.name': 'heart' };
  const two = { revproxy: { app: 'revproxy' }, fence: { app: 'fence' } };

  it.each<[string, Peer, string]>([
    ['addresses', ADDRESSES, 'up'],
    ['another namespace', namespacesWith({ app: 'ingress-nginx' }), 'up'],
    ['all namespaces', namespacesWith(), 'up'],
    ['its own namespace', namespacesWith(own), 'degraded'],
    ['pods beside it', podsWith(), 'degraded'],
    ['somebody odd', {}, 'unknown'],
  ])('lets users in to revproxy by %s: %p is %s', (_, peer, outcome) => {
    const policy = createPolicy('in', ofRevproxy, letIn(peer));
    expect(judge([policy], two).outcome).toBe(outcome);
  });

  it('does not know whether another namespace that is let in to all pods is users, or fetches metrics', () => {
    const prometheus = namespacesWith({ app: 'prometheus' });
    const metrics = createPolicy('metrics', labelled(), letIn(prometheus));
    const fence = createPolicy('fence', ofFence, letIn());
    expect(judge([metrics, fence], two)).toEqual({
      outcome: 'unknown',
      cause: 'not-visible',
      reason:
        'cannot be judged: whether they let users in to revproxy depends on addresses or namespaces that are named by metrics-netpolicy',
    });
  });

  it.each<[string, Peer, string]>([
    ['its pods', podsWith({ app: 'revproxy' }), 'up'],
    ['all pods of all namespaces', namespacesWith(), 'up'],
    ['its own namespace', namespacesWith(own), 'up'],
    [
      'its pods in another namespace',
      { ...podsWith(), ...namespacesWith({ app: 'argo' }) },
      'degraded',
    ],
    ['jobs', podsWith(JOB), 'degraded'],
    ['addresses', ADDRESSES, 'unknown'],
    ['somebody odd', {}, 'unknown'],
  ])('lets revproxy in to fence by %s: %p is %s', (_, peer, outcome) => {
    const policy = createPolicy('in', ofFence, letIn(peer));
    expect(judge([policy], two).outcome).toBe(outcome);
  });

  it.each<[string, Peer, string]>([
    ['pods of fence', podsWith({ app: 'fence' }), 'up'],
    ['the database', podsWith(POSTGRES), 'degraded'],
    ['metrics', namespacesWith({ app: 'prometheus' }), 'degraded'],
    ['addresses', ADDRESSES, 'unknown'],
  ])('lets revproxy out to fence by %s: %p is %s', (_, peer, outcome) => {
    const policy = createPolicy('out', ofRevproxy, letOut(peer));
    expect(judge([policy], two).outcome).toBe(outcome);
  });
});

import { installedAt } from '../ages';
import { defineKind, inCommons, printLabels } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { JOB_LABELS } from './jobs';

/** Which pods are meant. */
interface Selector {
  matchLabels?: Labels;
  matchExpressions?: { key: string; operator: 'In'; values: string[] }[];
}

/** A NetworkPolicy. */
interface NetworkPolicy extends KubernetesObject {
  spec: {
    podSelector: Selector;
    policyTypes: string[];
    ingress?: object[];
    egress?: object[];
  };
}

type Spec = NetworkPolicy['spec'];

const ANYWHERE = [{ ipBlock: { cidr: '0.0.0.0/0' } }];
const PUBLIC = { matchLabels: { public: 'yes' } };
const AUTHPROVIDER = { matchLabels: { authprovider: 'yes' } };
const REVPROXY = { matchLabels: { app: 'revproxy' } };
const JOBS = { matchLabels: JOB_LABELS };
const DNS = ['TCP', 'UDP'].map(protocol => ({ protocol, port: 53 }));

/** Those that services of a chart let in, besides revproxy (`netPolicy` in `gen3-helm:helm/<chart>/values.yaml`). */
const FRIENDS: Record<string, string[]> = {
  audit: ['fence', 'presigned-url-fence'],
  indexd: ['fence', 'presigned-url-fence', 'peregrine', 'sheepdog'],
  peregrine: ['pidgin'],
  revproxy: ['portal', 'sowerjob'],
  sower: ['pidgin'],
};

/** What forbids everything, and what opens ways that users do not take (`gen3-helm:helm/gen3-network-policies/templates`). */
const BASE: Record<string, Spec> = {
  'allow-nothing': { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  allowdns: letOut({}, [{ namespaceSelector: {} }], { ports: DNS }),
  gen3job: { podSelector: JOBS, policyTypes: ['Egress'], egress: [{}] },
  'gen3job-in': letIn({}, [{ podSelector: JOBS }]),
};

/** What lets users in to revproxy, and revproxy to the services (there, and `gen3-helm:helm/revproxy/templates/netpolicy.yaml`). */
const OPENERS: Record<string, Spec> = {
  'auth-egress': letOut({}, [{ podSelector: AUTHPROVIDER }]),
  'auth-ingress': letIn(AUTHPROVIDER, [{ podSelector: {} }]),
  'public-egress-to': letOut(REVPROXY, [{ podSelector: PUBLIC }]),
  'public-ingress-to': letIn(PUBLIC, [{ podSelector: REVPROXY }]),
  revproxy: {
    ...letIn(REVPROXY, ANYWHERE),
    egress: [
      { to: [{ namespaceSelector: { matchLabels: { app: 'prometheus' } } }] },
    ],
    policyTypes: ['Ingress', 'Egress'],
  },
};

function letIn(podSelector: Selector, from: object[]): Spec {
  return { podSelector, policyTypes: ['Ingress'], ingress: [{ from }] };
}

function letOut(podSelector: Selector, to: object[], more?: object): Spec {
  return { podSelector, policyTypes: ['Egress'], egress: [{ to, ...more }] };
}

/** Other services come in (`gen3-helm:helm/common/templates/_netpolicy_templates.tpl`). */
function betweenServices(name: string): Record<string, Spec> {
  const own = { matchLabels: { app: name } };
  const values = FRIENDS[name];
  if (!values) {
    return {};
  }
  const friends: Selector = {
    matchExpressions: [{ key: 'app', operator: 'In', values }],
  };
  return {
    [`${name}-egress`]: letOut(friends, [{ podSelector: own }]),
    [`${name}-ingress`]: letIn(own, [{ podSelector: friends }]),
  };
}

/** With the fault all is there but what users need, as when the labels or the policies of the chart have changed. */
function networkPoliciesOf(view: NamespaceView): NetworkPolicy[] {
  const { isolated } = view.faultOf('*');
  if (!isolated && !view.commons.netPolicy) {
    return [];
  }
  const specs = Object.assign(
    { ...BASE, ...(isolated ? {} : OPENERS) },
    ...view.services.map(({ name }) => betweenServices(name)),
  );
  return Object.entries<Spec>(specs).map(([name, spec]) =>
    createNetworkPolicy(view, `${name}-netpolicy`, spec),
  );
}

function createNetworkPolicy(
  view: NamespaceView,
  name: string,
  spec: Spec,
): NetworkPolicy {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: createMetadata(view.facts, {
      kind: 'NetworkPolicy',
      name,
      namespace: view.namespace,
      createdAt: installedAt(view),
      generation: 1,
    }),
    spec,
  };
}

/** No selector of these has both. */
function printSelector({ matchLabels, matchExpressions }: Selector): string {
  return matchExpressions
    ? matchExpressions
        .map(({ key, values }) => `${key} in (${values.join(',')})`)
        .join(',')
    : printLabels(matchLabels ?? {});
}

/** `networking.k8s.io/v1` NetworkPolicies, where the chart is told to make them, or somebody cuts a commons off. */
export const networkPolicies = defineKind<NetworkPolicy>({
  group: 'networking.k8s.io',
  version: 'v1',
  plural: 'networkpolicies',
  singular: 'networkpolicy',
  kind: 'NetworkPolicy',
  shortNames: ['netpol'],
  build: inCommons(networkPoliciesOf),
  columns: [
    {
      name: 'Pod-Selector',
      cell: ({ spec }) => printSelector(spec.podSelector),
    },
    AGE,
  ],
});

import { installedAt } from '../ages';
import { defineKind, inCommons, printLabels } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { JOB_LABELS } from './jobs';

/** A NetworkPolicy. */
interface NetworkPolicy extends KubernetesObject {
  spec: {
    podSelector: { matchLabels?: Labels };
    policyTypes: string[];
    ingress?: object[];
    egress?: object[];
  };
}

/** Nobody may reach anybody (`gen3-helm:helm/gen3-network-policies/templates/allow_nothing_netpolicy.yaml`). */
const ALLOW_NOTHING: NetworkPolicy['spec'] = {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
};

/** Users come in to revproxy, and it goes on to the services (`gen3-helm:helm/revproxy/templates/netpolicy.yaml`). */
const WAY_IN: NetworkPolicy['spec'] = {
  podSelector: { matchLabels: { app: 'revproxy' } },
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }],
  egress: [{ to: [{ podSelector: {} }] }],
};

/** Jobs come in everywhere, also to pods without the labels of their chart (`gen3-helm:helm/gen3-network-policies/templates/gen3job_netpolicy.yaml`). */
const JOBS_IN: NetworkPolicy['spec'] = {
  podSelector: {},
  policyTypes: ['Ingress'],
  ingress: [{ from: [{ podSelector: { matchLabels: JOB_LABELS } }] }],
};

/** Other services of the commons come in (`gen3-helm:helm/common/templates/_netpolicy_templates.tpl`). */
function fromWithin(app: string): NetworkPolicy['spec'] {
  return {
    podSelector: { matchLabels: { app } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: {} }] }],
  };
}

/** With the fault everything is forbidden, and nothing opens what the commons needs. */
function networkPoliciesOf(view: NamespaceView): NetworkPolicy[] {
  const nothing = createNetworkPolicy(
    view,
    'allow-nothing-netpolicy',
    ALLOW_NOTHING,
  );
  if (view.faultOf('*').isolated) {
    return [nothing];
  }
  return view.commons.netPolicy
    ? [
        nothing,
        createNetworkPolicy(view, 'gen3job-in-netpolicy', JOBS_IN),
        createNetworkPolicy(view, 'revproxy-netpolicy', WAY_IN),
        ...view.services.map(({ name }) =>
          createNetworkPolicy(
            view,
            `${name}-ingress-netpolicy`,
            fromWithin(name),
          ),
        ),
      ]
    : [];
}

function createNetworkPolicy(
  view: NamespaceView,
  name: string,
  spec: NetworkPolicy['spec'],
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
      cell: ({ spec }) => printLabels(spec.podSelector.matchLabels ?? {}),
    },
    AGE,
  ],
});

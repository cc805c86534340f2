import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';

type Policy = KubernetesObject<'networkpolicies'>;
type Spec = NonNullable<Policy['spec']>;
type Selector = NonNullable<Spec['podSelector']>;
type Rules = Partial<Pick<Spec, 'ingress' | 'egress'>>;
/** Whom a rule of a policy means. */
export type Peer = Spec['ingress'][number]['from'][number];

/** Selects by labels. */
export const labelled = (
  matchLabels: Record<string, string> = {},
): Selector => ({ matchLabels, matchExpressions: [] });

const apps = (...values: string[]): Selector => ({
  matchLabels: {},
  matchExpressions: [{ key: 'app', operator: 'In', values }],
});

/** Pods of the same namespace. */
export const podsWith = (matchLabels: Record<string, string> = {}): Peer => ({
  podSelector: labelled(matchLabels),
});

/** Pods of other namespaces. */
export const namespacesWith = (
  matchLabels: Record<string, string> = {},
): Peer => ({ namespaceSelector: labelled(matchLabels) });

/** Addresses. */
export const ADDRESSES: Peer = { ipBlock: {} };

const podsOf = (...names: string[]): Peer => ({ podSelector: apps(...names) });

/** A rule that lets these in; all, where none is named. */
export const letIn = (...from: Peer[]): Rules => ({
  ingress: [{ from, ports: [] }],
});

/** A rule that lets out to these; to all, where none is named. */
export const letOut = (...to: Peer[]): Rules => ({
  egress: [{ to, ports: [] }],
});

/** A policy for these pods, of the directions that it has rules for; of both without any. */
export function createPolicy(
  name: string,
  podSelector: Selector,
  rules: Rules = {},
): Policy {
  const { ingress, egress } = rules;
  const types = [
    ...(ingress ? ['Ingress'] : []),
    ...(egress ? ['Egress'] : []),
  ];
  return {
    metadata: { name: `${name}-netpolicy`, ownerReferences: [] },
    spec: {
      podSelector,
      policyTypes: types.length > 0 ? types : ['Ingress', 'Egress'],
      ingress: ingress ?? [],
      egress: egress ?? [],
    },
  };
}

const ALL = labelled();
const INDEXD_FRIENDS = [
  'fence',
  'presigned-url-fence',
  'peregrine',
  'sheepdog',
];

/**
 * All policies that the chart makes in the namespace of a commons whose database is in it
 * (`gen3-helm:helm/gen3-network-policies/templates`, `helm/common/templates/_netpolicy_templates.tpl`, `helm/revproxy/templates/netpolicy.yaml` and
 * `netPolicy` in `helm/<chart>/values.yaml`).
 */
export const CHART_POLICIES: Policy[] = [
  createPolicy('allow-nothing', ALL),
  createPolicy('allowdns', ALL, {
    egress: [{ to: [namespacesWith()], ports: [53, 53] }],
  }),
  ...Object.entries({
    'argo-workflows': ['revproxy', 'cohort-middleware', 'wts', 'indexd'],
    argocd: ['revproxy', 'cohort-middleware', 'wts'],
  }).map(([name, services]) =>
    createPolicy(name, apps(...services), {
      ...letIn(ADDRESSES),
      ...letOut(namespacesWith({ app: name.replace('-workflows', '') })),
    }),
  ),
  createPolicy('auth-egress', ALL, letOut(podsWith({ authprovider: 'yes' }))),
  createPolicy(
    'auth-ingress',
    labelled({ authprovider: 'yes' }),
    letIn(podsWith()),
  ),
  createPolicy(
    'dev-elasticsearch-ingress',
    apps('gen3-elasticsearch-master'),
    letIn(podsWith()),
  ),
  createPolicy(
    'dev-elasticsearch-egress',
    ALL,
    letOut(podsWith({ app: 'gen3-elasticsearch-master' })),
  ),
  createPolicy(
    'dev-postgres-ingress',
    labelled({ 'app.kubernetes.io/name': 'postgresql' }),
    letIn(namespacesWith({ 'kubernetes.io/metadata.name': 'heart' })),
  ),
  createPolicy(
    'dev-postgres-egress',
    ALL,
    letOut(podsWith({ 'app.kubernetes.io/name': 'postgresql' })),
  ),
  createPolicy(
    'external-egress',
    labelled({ internet: 'yes' }),
    letOut(ADDRESSES),
  ),
  ...['ambassador', 'gen3job', 'sowerjob', 'ssjdispatcherjob'].map(name =>
    createPolicy(name, apps(name), letOut()),
  ),
  createPolicy('gen3job-in', ALL, letIn(podsWith({ app: 'gen3job' }))),
  createPolicy('jupyter-hub', apps('jupyter-hub'), {
    ...letIn(podsWith({ app: 'revproxy' })),
    ...letOut(),
  }),
  createPolicy('jupyter-hub-nb', apps('jupyterhub'), {
    ...letIn(podsWith({ app: 'jupyter-hub' })),
    ...letOut(),
  }),
  createPolicy('linklocal', labelled({ linklocal: 'yes' }), letOut(ADDRESSES)),
  createPolicy('nolimit', labelled({ netnolimit: 'yes' }), letOut()),
  createPolicy(
    'public-ingress-to',
    labelled({ public: 'yes' }),
    letIn(podsWith({ app: 'revproxy' }), podsWith({ app: 'ambassador-gen3' })),
  ),
  createPolicy(
    'public-egress-to',
    apps('revproxy', 'ambassador-gen3'),
    letOut(podsWith({ public: 'yes' })),
  ),
  createPolicy('s3', labelled({ s3: 'yes' }), letOut(ADDRESSES)),
  createPolicy('vpc', labelled({ netvpc: 'yes' }), letOut(ADDRESSES)),
  ...['arborist', 'audit', 'fence', 'indexd', 'sheepdog'].map(name =>
    createPolicy(
      `${name}-db`,
      apps(name, 'gen3job'),
      letOut(podsWith({ 'app.kubernetes.io/name': 'postgresql' })),
    ),
  ),
  ...Object.entries({
    audit: ['fence', 'presigned-url-fence'],
    indexd: INDEXD_FRIENDS,
    peregrine: ['pidgin'],
    revproxy: ['portal', 'sowerjob'],
  }).flatMap(([name, others]) => [
    createPolicy(`${name}-ingress`, apps(name), letIn(podsOf(...others))),
    createPolicy(
      `${name}-egress`,
      apps(...others),
      letOut(podsWith({ app: name })),
    ),
  ]),
  createPolicy('revproxy', apps('revproxy', 'ambassador', 'ohdsi-atlas'), {
    ...letIn(ADDRESSES),
    ...letOut(
      ...['prometheus', 'grafana', 'argo', 'argocd'].map(app =>
        namespacesWith({ app }),
      ),
    ),
  }),
];

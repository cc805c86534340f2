import type { JsonObject } from '@backstage/types';
import type {
  CheckInput,
  PreflightCheck,
  PreflightSubject,
  Problem,
} from '../types';
import { isSet, textAt, valueAt } from '../valueAt';
import { quote } from '../quote';

const RESOLVER = 'revproxy.nginx.resolver';
const ROUTE = 'revproxy.openshiftRoute';

/** Ports below are for root, which pods on OpenShift are not. */
const FIRST_FREE_PORT = 1024;

/** Services that listen on 80 unless told otherwise (`service.targetPort` in `gen3-helm:helm/<chart>/values.yaml`). */
const LISTEN_ON_80 = [
  'access-backend',
  'audit',
  'fence',
  'gen3-user-data-library',
  'indexd',
  'manifestservice',
  'metadata',
  'peregrine',
  'portal',
  'requestor',
  'revproxy',
  'sheepdog',
  'wts',
  'zendesk-wrapper',
];

const NO_RESOLVER: Problem = {
  severity: 'warning',
  key: RESOLVER,
  what: 'Revproxy asks kube-dns.kube-system for names, as in every other Kubernetes',
  why: 'OpenShift has no such name, so revproxy finds no service: every page answers 500.',
  fix: `Set ${RESOLVER} to the address of the DNS of the cluster, e.g. dns-default.openshift-dns.svc.cluster.local`,
};

const IN_DEFAULT: Problem = {
  severity: 'warning',
  field: 'namespace',
  what: 'The commons goes into the namespace "default" of an OpenShift',
  why: 'Its security constraints cannot be loosened for the commons alone, so pods are not admitted.',
  fix: 'Give the commons a namespace (project) of its own',
};

/**
 * What OpenShift needs, asked where values show that it is one (`gen3-helm:docs/openshift.md`, `gen3-helm:examples/openshift_values.yaml`,
 * `gen3-helm:helm/revproxy/templates/openshift_route.yaml`).
 */
export const openshift: PreflightCheck = {
  id: 'openshift',
  title: 'The commons fits OpenShift',
  run(input) {
    const { subject } = input;
    if (!isOpenshift(subject)) return 'not-applicable';
    const resolver = textAt(subject.values, RESOLVER) ?? 'kube-dns';
    const low = lowPorts(input);
    return [
      ...(resolver.startsWith('kube-dns') ? [NO_RESOLVER] : []),
      ...(low.length > 0 ? [needRoot(low)] : []),
      ...(subject.namespace === 'default' ? [IN_DEFAULT] : []),
      ...findInRoute(subject),
    ];
  },
};

function isOpenshift({ values, declared }: PreflightSubject): boolean {
  return (
    isSet(values, `${ROUTE}.enabled`) ||
    isSet(values, 'wts.oidc_job_openshift') ||
    declared.services.some(({ imageTag }) => imageTag === 'openshift')
  );
}

function lowPorts({ subject, facts }: CheckInput): string[] {
  const defaults: JsonObject = facts.chart.known
    ? facts.chart.value.defaults
    : {};
  return subject.declared.services
    .map(({ name }) => name)
    .filter(name => {
      const path = `${name}.service.targetPort`;
      const port =
        valueAt(subject.values, path) ??
        valueAt(defaults, path) ??
        (LISTEN_ON_80.includes(name) ? 80 : FIRST_FREE_PORT);
      return Number(port) < FIRST_FREE_PORT;
    });
}

function needRoot(names: string[]): Problem {
  return {
    severity: 'warning',
    key: `${names[0]}.service.targetPort`,
    what: `These services listen on ports below ${FIRST_FREE_PORT}: ${names.join(
      ', ',
    )}`,
    why: 'Pods on OpenShift do not run as root and may not open such a port, so they do not start.',
    fix: `Set service.targetPort of each to a higher one, e.g. ${names[0]}.service.targetPort: 8000`,
    about: names,
  };
}

function findInRoute({ values, hostname }: PreflightSubject): Problem[] {
  if (!isSet(values, `${ROUTE}.enabled`)) return [];
  const host = textAt(values, `${ROUTE}.host`);
  if (host !== undefined && host === hostname) return [];
  return [
    {
      severity: 'warning',
      key: `${ROUTE}.host`,
      what: `The route is for ${
        host ? quote(host) : 'a host that OpenShift makes up'
      }, not for the hostname of the commons`,
      why: 'Nothing answers at the hostname, and log-ins end there.',
      fix: `Set ${ROUTE}.host to the same as global.hostname`,
    },
  ];
}

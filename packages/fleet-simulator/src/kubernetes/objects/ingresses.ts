import { installedAt } from '../ages';
import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';

interface IngressRule {
  host: string;
  http: { paths: object[] };
}

/** An Ingress. */
interface Ingress extends KubernetesObject {
  spec: {
    ingressClassName: string;
    rules: IngressRule[];
    tls?: { hosts: string[]; secretName: string }[];
  };
  status: { loadBalancer: { ingress: { hostname: string }[] } };
}

/** The chart's own placeholder of `global.revproxyArn`. */
export const CERTIFICATE_ARN = 'arn:aws:acm:us-east-1:123456:certificate';

/** Secret that cert-manager keeps the certificate in, and name of its Certificate (`gen3-helm:helm/revproxy/templates/ingress_dev.yaml`). */
export const CERTIFICATE_SECRET = 'gen3-certs';

/** The ClusterIssuer of cert-manager. */
export const ISSUER = 'letsencrypt';

/** Whether cert-manager issues the certificate of the way in. A cluster of the old version has none. */
export function usesCertManager({ cluster, commons }: NamespaceView): boolean {
  return (
    commons.certManager === true &&
    cluster.version !== '1.20' &&
    commons.services.has('revproxy')
  );
}

/** The way in: a load balancer of AWS, or nginx with a certificate of cert-manager. */
export function createIngress(view: NamespaceView): Ingress {
  const { commons, facts, namespace } = view;
  const isNginx = usesCertManager(view);
  const balancer = `k8s-${facts.hex('load balancer', 10)}`;
  const service = { name: 'revproxy-service', port: { number: 80 } };
  const path = { path: '/', pathType: 'Prefix', backend: { service } };
  const { hostname } = commons;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: createMetadata(facts, {
      kind: 'Ingress',
      namespace,
      createdAt: installedAt(view),
      generation: 1,
      ...(isNginx ? ofNginx() : ofAws(commons.environment ?? 'default')),
    }),
    spec: {
      ingressClassName: isNginx ? 'nginx' : 'alb',
      rules: [{ host: hostname, http: { paths: [path] } }],
      ...(isNginx
        ? { tls: [{ hosts: [hostname], secretName: CERTIFICATE_SECRET }] }
        : {}),
    },
    status: {
      loadBalancer: {
        ingress: [{ hostname: `${balancer}.us-east-1.elb.amazonaws.com` }],
      },
    },
  };
}

/** As `gen3-helm:helm/revproxy/templates/ingress_default.yaml`, annotated for cert-manager. */
function ofNginx(): { name: string; annotations: Labels } {
  return {
    name: 'revproxy',
    annotations: { 'cert-manager.io/cluster-issuer': ISSUER },
  };
}

/** As `gen3-helm:helm/revproxy/templates/ingress_aws.yaml`. */
function ofAws(environment: string): {
  name: string;
  annotations: Labels;
  finalizers: string[];
} {
  const prefix = 'alb.ingress.kubernetes.io';
  return {
    name: 'revproxy-alb',
    annotations: {
      [`${prefix}/certificate-arn`]: CERTIFICATE_ARN,
      [`${prefix}/group.name`]: environment,
      [`${prefix}/listen-ports`]: '[{"HTTP": 80}, {"HTTPS":443}]',
      [`${prefix}/scheme`]: 'internet-facing',
      [`${prefix}/tags`]: `Environment=${environment}`,
    },
    finalizers: ['group.ingress.k8s.aws/default'],
  };
}

/** `networking.k8s.io/v1` Ingresses. */
export const ingresses = defineKind<Ingress>({
  group: 'networking.k8s.io',
  version: 'v1',
  plural: 'ingresses',
  kind: 'Ingress',
  shortNames: ['ing'],
  build: inCommons(view =>
    view.commons.services.has('revproxy') ? [createIngress(view)] : [],
  ),
  columns: [
    { name: 'Class', cell: ({ spec }) => spec.ingressClassName },
    {
      name: 'Hosts',
      cell: ({ spec }) => spec.rules.map(({ host }) => host).join(','),
    },
    {
      name: 'Address',
      cell: ({ status }) =>
        status.loadBalancer.ingress.map(({ hostname }) => hostname).join(','),
    },
    { name: 'Ports', cell: ({ spec }) => (spec.tls ? '80, 443' : '80') },
    AGE,
  ],
});

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
  spec: { ingressClassName: string; rules: IngressRule[] };
  status: { loadBalancer: { ingress: { hostname: string }[] } };
}

/** The chart's own placeholder of `global.revproxyArn`. */
export const CERTIFICATE_ARN = 'arn:aws:acm:us-east-1:123456:certificate';

/** The way in, as on AWS (`gen3-helm:helm/revproxy/templates/ingress_aws.yaml`). */
function createIngress(view: NamespaceView): Ingress {
  const { commons, facts, namespace } = view;
  const balancer = `k8s-${facts.hex('load balancer', 10)}`;
  const service = { name: 'revproxy-service', port: { number: 80 } };
  const path = { path: '/', pathType: 'Prefix', backend: { service } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: createMetadata(facts, {
      kind: 'Ingress',
      name: 'revproxy-alb',
      namespace,
      createdAt: installedAt(view),
      generation: 1,
      annotations: annotationsOf(commons.environment ?? 'default'),
      finalizers: ['group.ingress.k8s.aws/default'],
    }),
    spec: {
      ingressClassName: 'alb',
      rules: [{ host: commons.hostname, http: { paths: [path] } }],
    },
    status: {
      loadBalancer: {
        ingress: [{ hostname: `${balancer}.us-east-1.elb.amazonaws.com` }],
      },
    },
  };
}

function annotationsOf(environment: string): Labels {
  const prefix = 'alb.ingress.kubernetes.io';
  return {
    [`${prefix}/certificate-arn`]: CERTIFICATE_ARN,
    [`${prefix}/group.name`]: environment,
    [`${prefix}/listen-ports`]: '[{"HTTP": 80}, {"HTTPS":443}]',
    [`${prefix}/scheme`]: 'internet-facing',
    [`${prefix}/tags`]: `Environment=${environment}`,
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
    { name: 'Ports', cell: () => '80' },
    AGE,
  ],
});

import { defineKind, inCommons, printLabels } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { serviceCreatedAt } from './jobRun';
import { clusterAddress } from './servicePods';
import { Workload, workloadsOf } from './workloads';

interface ServicePort {
  name: string;
  port: number;
  targetPort: number;
  protocol: string;
  nodePort?: number;
}

/** A Kubernetes Service. */
interface Service extends KubernetesObject {
  spec: {
    type: 'ClusterIP' | 'NodePort';
    clusterIP: string;
    clusterIPs: string[];
    ports: ServicePort[];
    selector: Labels;
    sessionAffinity: string;
  };
  status: { loadBalancer: object };
}

/** Ports that differ from 80 (`gen3-helm:helm/<chart>/templates/service.yaml`). */
const PORTS: Record<string, number[]> = {
  'frontend-framework-service': [80, 443],
  'workspace-token-service': [80, 443],
  'ambassador-admin': [8877],
  funnel: [8000, 9090],
  'argo-wrapper-service': [8000],
  elasticsearch: [9200],
  'gen3-elasticsearch-master': [9200],
  'jupyter-enterprise-gateway': [8888],
  'workspace-proxy-service': [8080],
};

const PORT_NAMES: Record<number, string> = { 80: 'http', 443: 'https' };

/**
 * The Services of a commons, each with the Deployment behind it: of several, the one that it is named after. The two proxies to
 * Elasticsearch have Services of one name; the first keeps it.
 */
function servicesOf(view: NamespaceView): Service[] {
  const workloads = workloadsOf(view);
  const byName = new Map<string, Service>();
  for (const { name: owner, kubernetesServices } of view.services) {
    const own = workloads.filter(({ service }) => service.name === owner);
    for (const name of kubernetesServices) {
      const short = name.replace(/-service$/, '');
      const behind = own.find(({ container }) => container === short) ?? own[0];
      if (behind && !byName.has(name)) {
        byName.set(name, createService(view, name, behind));
      }
    }
  }
  return [...byName.values()];
}

function createService(
  view: NamespaceView,
  name: string,
  { labels, ports, service }: Workload,
): Service {
  const isNodePort = name === 'revproxy-service';
  const clusterIP = clusterAddress(view.cluster, `${view.namespace}/${name}`);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: createMetadata(view.facts, {
      kind: 'Service',
      name,
      namespace: view.namespace,
      createdAt: serviceCreatedAt(view, service.name),
      labels: labels.deployment,
    }),
    spec: {
      type: isNodePort ? 'NodePort' : 'ClusterIP',
      clusterIP,
      clusterIPs: [clusterIP],
      ports: (PORTS[name] ?? [80]).map(port => ({
        name: PORT_NAMES[port] ?? `port-${port}`,
        port,
        targetPort: port < 1024 ? ports[0] : port,
        protocol: 'TCP',
        ...(isNodePort
          ? { nodePort: view.facts.number(`node port ${name}`, 30_000, 32_767) }
          : {}),
      })),
      selector: labels.selector,
      sessionAffinity: 'None',
    },
    status: { loadBalancer: {} },
  };
}

function printPort({ port, nodePort, protocol }: ServicePort): string {
  return `${port}${nodePort === undefined ? '' : `:${nodePort}`}/${protocol}`;
}

/** `v1` Services. */
export const services = defineKind<Service>({
  group: '',
  version: 'v1',
  plural: 'services',
  kind: 'Service',
  shortNames: ['svc'],
  isInAll: true,
  build: inCommons(servicesOf),
  columns: [
    { name: 'Type', cell: ({ spec }) => spec.type },
    { name: 'Cluster-IP', cell: ({ spec }) => spec.clusterIP },
    { name: 'External-IP', cell: () => '<none>' },
    {
      name: 'Port(s)',
      cell: ({ spec }) => spec.ports.map(printPort).join(','),
    },
    AGE,
    {
      name: 'Selector',
      priority: 1,
      cell: ({ spec }) => printLabels(spec.selector),
    },
  ],
});

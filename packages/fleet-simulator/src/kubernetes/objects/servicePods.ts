import { controlledBy, createMetadata, nameSuffix } from '../metadata';
import { ClusterView, NamespaceView } from '../views';
import { ClusterNode, nodesOf } from './nodeList';
import { createPodSpec } from './podSpec';
import { createPodStatus } from './podStatus';
import { Pod } from './podTypes';
import { createReplicaSet } from './replicaSets';
import { Workload } from './workloads';

/** The pods of a Deployment: the ready ones first. */
export function podsOf(view: NamespaceView, workload: Workload): Pod[] {
  return Array.from({ length: workload.plan.desired }, (_, index) =>
    createPod(view, workload, index),
  );
}

/** Where a pod runs, and its address there. */
export function placePod(
  { cluster, facts, namespace }: NamespaceView,
  pod: string,
): { node: ClusterNode; podIP: string } {
  const nodes = nodesOf(cluster);
  const node = nodes[facts.number(`node of ${pod}`, 0, nodes.length - 1)];
  const ip = (part: string) =>
    facts.number(`address ${part} of ${namespace}/${pod}`, 2, 254);
  return { node, podIP: `10.0.${16 + (ip('c') % 48)}.${ip('d')}` };
}

/** The cluster's own address of a Kubernetes Service. */
export function clusterAddress(cluster: ClusterView, name: string): string {
  const part = (topic: string) =>
    cluster.facts.number(`${topic} of service ${name}`, 1, 254);
  return `172.20.${part('c')}.${part('d')}`;
}

function createPod(
  view: NamespaceView,
  workload: Workload,
  index: number,
): Pod {
  const { plan, podsAt: createdAt } = workload;
  const replicaSet = createReplicaSet(view, workload);
  const owner = replicaSet.metadata.name;
  const name = `${owner}-${nameSuffix(view.facts, `${owner} ${index}`, 5)}`;
  const trouble = index < plan.ready ? undefined : plan.trouble;
  const { node, podIP } = placePod(view, name);
  const metadata = createMetadata(view.facts, {
    kind: 'Pod',
    name,
    namespace: view.namespace,
    createdAt,
    changedAt: trouble ? view.cluster.now : createdAt,
    labels: replicaSet.spec.template.metadata.labels,
    owner: controlledBy(replicaSet),
  });
  const { uid } = metadata;
  const pod = { view, workload, pod: name, uid, podIP, node, createdAt };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: `${owner}-`, ...metadata },
    spec: {
      ...createPodSpec(workload),
      ...(trouble === 'pending' ? {} : { nodeName: node.name }),
    },
    status: createPodStatus({ ...pod, ...(trouble ? { trouble } : {}) }),
  };
}

import { PodTrouble } from '../../faults/planReplicas';
import { controlledBy, createMetadata } from '../metadata';
import { isEnding, isOf, isPresent } from '../rollouts/podLife';
import { PodLife, Revision } from '../rollouts/types';
import { ClusterView, NamespaceView } from '../views';
import { ClusterNode, nodesOf } from './nodeList';
import { createPodSpec } from './podSpec';
import { createPodStatus } from './podStatus';
import { Pod } from './podTypes';
import { podName } from './podName';
import { podStartup } from './podStartup';
import { createReplicaSet, ReplicaSet } from './replicaSets';
import { Workload } from './workloads';

/** The pods of a Deployment that are there, or on their way out. */
export function podsOf(view: NamespaceView, workload: Workload): Pod[] {
  const { now } = view.cluster;
  const { pods, revisions } = workload.rollout;
  return revisions.flatMap(revision => {
    const isNewest = (one: Revision) =>
      one.template.hash === revision.template.hash;
    const own = pods.filter(
      pod =>
        isOf(pod, revision.template) &&
        (isPresent(pod, now) || isEnding(pod, now)),
    );
    // A template that came again is listed once.
    if (own.length === 0 || revisions.findLast(isNewest) !== revision) {
      return [];
    }
    const replicaSet = createReplicaSet(view, workload, revision);
    return own.map(life => createPod(view, workload, replicaSet, life));
  });
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

/** Why a pod does not get ready; undefined when it is ready, or will be. */
export function troubleOf(
  { trouble }: Workload,
  { readyAt }: PodLife,
): PodTrouble | undefined {
  return readyAt ? undefined : trouble;
}

function createPod(
  view: NamespaceView,
  workload: Workload,
  replicaSet: ReplicaSet,
  life: PodLife,
): Pod {
  const { createdAt, template } = life;
  const { now } = view.cluster;
  const owner = replicaSet.metadata.name;
  const name = podName(view, workload.name, life);
  const trouble = troubleOf(workload, life);
  const { node, podIP } = placePod(view, name);
  const { labels, annotations } = replicaSet.spec.template.metadata;
  const metadata = createMetadata(view.facts, {
    kind: 'Pod',
    name,
    namespace: view.namespace,
    createdAt,
    changedAt: trouble ? now : podChangedAt(life, now),
    labels,
    ...(annotations ? { annotations } : {}),
    ...(isEnding(life, now) && life.endsAt ? { deletedAt: life.endsAt } : {}),
    owner: controlledBy(replicaSet),
  });
  const own = { ...workload, image: template.image };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: `${owner}-`, ...metadata },
    spec: {
      ...createPodSpec(own),
      ...(trouble === 'pending' ? {} : { nodeName: node.name }),
    },
    status: createPodStatus({
      view,
      workload: own,
      pod: name,
      uid: metadata.uid,
      podIP,
      node,
      createdAt,
      ...(life.readyAt ? { readyAt: life.readyAt } : {}),
      ...(trouble ? { trouble } : {}),
    }),
  };
}

function podChangedAt(
  { createdAt, readyAt, endsAt }: PodLife,
  now: Date,
): Date {
  const startup = podStartup(createdAt, readyAt);
  return (
    [
      endsAt,
      readyAt,
      startup.startedAt,
      startup.initStartedAt,
      startup.acceptedAt,
    ].find(time => time !== undefined && time <= now) ?? createdAt
  );
}

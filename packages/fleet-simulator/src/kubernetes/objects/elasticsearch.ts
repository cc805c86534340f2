import { controlledBy, createMetadata } from '../metadata';
import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { changesOfKind } from '../changes/Change';
import { countPods } from '../rollouts/countPods';
import { PodLife, Rollout } from '../rollouts/types';
import { later, SECOND_MS } from '../timestamps';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { containerColumns } from './containerColumns';
import { PodTemplate, templateOf } from './deployments';
import { serviceCreatedAt } from './jobRun';
import { createPodSpec } from './podSpec';
import { createPodStatus } from './podStatus';
import { Pod } from './podTypes';
import { placePod } from './servicePods';
import { Workload } from './workloads';

/** A StatefulSet. */
interface StatefulSet extends KubernetesObject {
  spec: {
    replicas: number;
    serviceName: string;
    selector: { matchLabels: Labels };
    template: PodTemplate;
  };
  status: {
    observedGeneration: number;
    replicas: number;
    readyReplicas: number;
    currentReplicas: number;
    updatedReplicas: number;
    availableReplicas: number;
    currentRevision: string;
    updateRevision: string;
  };
}

/** Name of the StatefulSet, and label of its pods (`gen3-helm:helm/gen3/values.yaml`, `elasticsearch`). */
const NAME = 'gen3-elasticsearch-master';
const POD = `${NAME}-0`;
const IMAGE = 'quay.io/cdis/elasticsearch-oss:7.10.2';
const STARTUP_MS = 10 * SECOND_MS;

/** The chart brings Elasticsearch along where no proxy leads to one outside the cluster. */
export function elasticsearchOf(view: NamespaceView): Workload | undefined {
  const has = (name: string) => view.commons.services.has(name);
  const service = view.services.find(({ name }) => name === 'guppy');
  if (!service || has('aws-es-proxy') || has('aws-sigv4-proxy')) {
    return undefined;
  }
  const labels = { app: NAME };
  return {
    name: NAME,
    service,
    container: 'elasticsearch',
    image: IMAGE,
    ports: [9200, 9300],
    labels: { selector: labels, pods: labels, deployment: labels },
    part: NAME,
    rollout: rolloutOfElasticsearch(view),
  };
}

/** The claim that the StatefulSet makes for its pod. */
export const ELASTICSEARCH_CLAIM = `${NAME}-${NAME}-0`;

/** One pod after the other, all of one name: the next comes when the one before is gone. */
function rolloutOfElasticsearch(view: NamespaceView): Rollout {
  const { now } = view.cluster;
  const template = { hash: '', image: IMAGE };
  let pod = podMadeAt(serviceCreatedAt(view, 'guppy'));
  for (const { at, name, graceMs } of changesOfKind(
    view.changes,
    'deletePod',
  )) {
    if (name === POD && at >= pod.createdAt && at <= now) {
      const goneAt = later(at, graceMs);
      pod = goneAt > now ? { ...pod, endsAt: at, graceMs } : podMadeAt(goneAt);
    }
  }
  return {
    revisions: [{ template, at: serviceCreatedAt(view, 'guppy'), number: 1 }],
    pods: [{ ...pod, template, slot: 0 }],
    desired: 1,
    generation: 1,
  };
}

function podMadeAt(
  createdAt: Date,
): Omit<PodLife, 'template' | 'slot'> & { readyAt: Date } {
  return { createdAt, readyAt: later(createdAt, STARTUP_MS) };
}

/** The StatefulSet's pod, if there is one. */
export function elasticsearchPods(view: NamespaceView): Pod[] {
  const workload = elasticsearchOf(view);
  return workload
    ? workload.rollout.pods.map(life => createPod(view, workload, life))
    : [];
}

function createPod(
  view: NamespaceView,
  workload: Workload,
  { createdAt, readyAt, endsAt }: PodLife,
): Pod {
  const { node, podIP } = placePod(view, POD);
  const metadata = createMetadata(view.facts, {
    kind: 'Pod',
    name: POD,
    namespace: view.namespace,
    createdAt,
    labels: {
      ...workload.labels.pods,
      'statefulset.kubernetes.io/pod-name': POD,
    },
    ...(endsAt ? { deletedAt: endsAt } : {}),
    owner: controlledBy(createStatefulSet(view, workload)),
  });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: `${NAME}-`, ...metadata },
    spec: { ...createPodSpec(workload), nodeName: node.name },
    status: createPodStatus({
      view,
      workload,
      pod: POD,
      uid: metadata.uid,
      podIP,
      node,
      createdAt,
      readyAt,
    }),
  };
}

function createStatefulSet(
  view: NamespaceView,
  workload: Workload,
): StatefulSet {
  const { name, labels, rollout } = workload;
  const { desired } = rollout;
  const { present, ready } = countPods(rollout, view.cluster.now);
  const revision = `${name}-${view.facts.hex('elasticsearch revision', 10)}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: createMetadata(view.facts, {
      kind: 'StatefulSet',
      name,
      namespace: view.namespace,
      createdAt: serviceCreatedAt(view, 'guppy'),
      generation: 1,
      labels: labels.deployment,
    }),
    spec: {
      replicas: desired,
      serviceName: `${name}-headless`,
      selector: { matchLabels: labels.selector },
      template: templateOf(workload, workload),
    },
    status: {
      observedGeneration: 1,
      replicas: present,
      readyReplicas: ready,
      currentReplicas: present,
      updatedReplicas: present,
      availableReplicas: ready,
      currentRevision: revision,
      updateRevision: revision,
    },
  };
}

/** `apps/v1` StatefulSets. */
export const statefulSets = defineKind<StatefulSet>({
  group: 'apps',
  version: 'v1',
  plural: 'statefulsets',
  kind: 'StatefulSet',
  shortNames: ['sts'],
  isInAll: true,
  build: inCommons(view => {
    const workload = elasticsearchOf(view);
    return workload ? [createStatefulSet(view, workload)] : [];
  }),
  columns: [
    {
      name: 'Ready',
      cell: ({ spec, status }) => `${status.readyReplicas}/${spec.replicas}`,
    },
    AGE,
    ...containerColumns<StatefulSet>(({ spec }) => spec.template.spec),
  ],
});

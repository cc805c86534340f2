import { controlledBy, createMetadata } from '../metadata';
import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { installedAt } from '../timestamps';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { containerColumns } from './containerColumns';
import { PodTemplate, templateOf } from './deployments';
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
    image: 'quay.io/cdis/elasticsearch-oss:7.10.2',
    ports: [9200, 9300],
    labels: { selector: labels, pods: labels, deployment: labels },
    plan: { desired: 1, ready: 1 },
    podsAt: installedAt(view),
  };
}

/** The claim that the StatefulSet makes for its pod. */
export const ELASTICSEARCH_CLAIM = `${NAME}-${NAME}-0`;

/** The StatefulSet's pod, if there is one. */
export function elasticsearchPods(view: NamespaceView): Pod[] {
  const workload = elasticsearchOf(view);
  if (!workload) {
    return [];
  }
  const name = `${NAME}-0`;
  const { node, podIP } = placePod(view, name);
  const metadata = createMetadata(view.facts, {
    kind: 'Pod',
    name,
    namespace: view.namespace,
    createdAt: workload.podsAt,
    labels: {
      ...workload.labels.pods,
      'statefulset.kubernetes.io/pod-name': name,
    },
    owner: controlledBy(createStatefulSet(view, workload)),
  });
  return [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { generateName: `${NAME}-`, ...metadata },
      spec: { ...createPodSpec(workload), nodeName: node.name },
      status: createPodStatus({
        view,
        workload,
        pod: name,
        uid: metadata.uid,
        podIP,
        node,
        createdAt: workload.podsAt,
      }),
    },
  ];
}

function createStatefulSet(
  view: NamespaceView,
  workload: Workload,
): StatefulSet {
  const { name, labels, plan, podsAt } = workload;
  const revision = `${name}-${view.facts.hex('elasticsearch revision', 10)}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: createMetadata(view.facts, {
      kind: 'StatefulSet',
      name,
      namespace: view.namespace,
      createdAt: podsAt,
      generation: 1,
      labels: labels.deployment,
    }),
    spec: {
      replicas: plan.desired,
      serviceName: `${name}-headless`,
      selector: { matchLabels: labels.selector },
      template: templateOf(workload),
    },
    status: {
      observedGeneration: 1,
      replicas: plan.desired,
      readyReplicas: plan.ready,
      currentReplicas: plan.desired,
      updatedReplicas: plan.desired,
      availableReplicas: plan.ready,
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

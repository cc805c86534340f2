import { defineKind, inCommons, printLabels } from '../defineKind';
import { AGE } from '../humanDuration';
import { controlledBy, createMetadata } from '../metadata';
import { countPods } from '../rollouts/countPods';
import { isEnding, isOf } from '../rollouts/podLife';
import { Revision } from '../rollouts/types';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { containerColumns } from './containerColumns';
import {
  counted,
  createDeployment,
  PodTemplate,
  REVISION,
  REVISION_HISTORY_LIMIT,
  templateOf,
} from './deployments';
import { workloadChangedAt } from './workloadChangedAt';
import { Workload, workloadsOf } from './workloads';

/** A ReplicaSet. */
export interface ReplicaSet extends KubernetesObject {
  spec: {
    replicas: number;
    selector: { matchLabels: Labels };
    template: PodTemplate;
  };
  status: {
    observedGeneration: number;
    replicas: number;
    fullyLabeledReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
  };
}

/** The ReplicaSets of a Deployment: the newest, those that still have pods, and some to go back to. */
export function replicaSetsOf(
  view: NamespaceView,
  workload: Workload,
): ReplicaSet[] {
  const { now } = view.cluster;
  const { revisions, pods } = workload.rollout;
  const byHash = new Map(revisions.map(one => [one.template.hash, one]));
  const newestFirst = [...byHash.values()].sort((a, b) => b.number - a.number);
  return newestFirst
    .filter(
      ({ template }, index) =>
        index <= REVISION_HISTORY_LIMIT ||
        pods.some(
          pod =>
            isOf(pod, template) &&
            (isEnding(pod, now) ||
              countPods(workload.rollout, now, template).present > 0),
        ),
    )
    .map(revision => createReplicaSet(view, workload, revision));
}

/** Builds the ReplicaSet of one template. */
export function createReplicaSet(
  view: NamespaceView,
  workload: Workload,
  { template, number }: Revision,
): ReplicaSet {
  const { labels, rollout } = workload;
  const { now } = view.cluster;
  const { present, ready } = countPods(rollout, now, template);
  const hash = { 'pod-template-hash': template.hash };
  const createdAt =
    rollout.revisions.find(one => one.template.hash === template.hash)?.at ??
    now;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: createMetadata(view.facts, {
      kind: 'ReplicaSet',
      name: `${workload.name}-${template.hash}`,
      namespace: view.namespace,
      createdAt,
      changedAt: workloadChangedAt(workload, now),
      generation: 1,
      labels: { ...labels.pods, ...hash },
      annotations: {
        'deployment.kubernetes.io/desired-replicas': String(rollout.desired),
        'deployment.kubernetes.io/max-replicas': String(rollout.desired + 1),
        [REVISION]: String(number),
      },
      owner: controlledBy(createDeployment(view, workload)),
    }),
    spec: {
      replicas: present,
      selector: { matchLabels: { ...labels.selector, ...hash } },
      template: templateOf(workload, template, hash),
    },
    status: {
      observedGeneration: 1,
      replicas: present,
      ...counted({
        fullyLabeledReplicas: present,
        readyReplicas: ready,
        availableReplicas: ready,
      }),
    },
  };
}

/** `apps/v1` ReplicaSets. */
export const replicaSets = defineKind<ReplicaSet>({
  group: 'apps',
  version: 'v1',
  plural: 'replicasets',
  kind: 'ReplicaSet',
  shortNames: ['rs'],
  isInAll: true,
  build: inCommons(view =>
    workloadsOf(view).flatMap(workload => replicaSetsOf(view, workload)),
  ),
  columns: [
    {
      name: 'Desired',
      type: 'integer',
      cell: ({ spec }) => spec.replicas,
    },
    {
      name: 'Current',
      type: 'integer',
      cell: ({ status }) => status.replicas,
    },
    {
      name: 'Ready',
      type: 'integer',
      cell: ({ status }) => status.readyReplicas ?? 0,
    },
    AGE,
    ...containerColumns<ReplicaSet>(({ spec }) => spec.template.spec),
    {
      name: 'Selector',
      priority: 1,
      cell: ({ spec }) => printLabels(spec.selector.matchLabels),
    },
  ],
});

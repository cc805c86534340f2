import { defineKind, inCommons, printLabels } from '../defineKind';
import { AGE } from '../humanDuration';
import { controlledBy, createMetadata } from '../metadata';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { containerColumns } from './containerColumns';
import {
  counted,
  createDeployment,
  PodTemplate,
  templateHash,
  templateOf,
} from './deployments';
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

/** Builds the one ReplicaSet of a Deployment that has pods. */
export function createReplicaSet(
  view: NamespaceView,
  workload: Workload,
): ReplicaSet {
  const deployment = createDeployment(view, workload);
  const hash = { 'pod-template-hash': templateHash(view, workload) };
  const { plan, labels, podsAt, troubleAt } = workload;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: createMetadata(view.facts, {
      kind: 'ReplicaSet',
      name: `${workload.name}-${hash['pod-template-hash']}`,
      namespace: view.namespace,
      createdAt: podsAt,
      changedAt: troubleAt ?? podsAt,
      generation: 1,
      labels: { ...labels.pods, ...hash },
      annotations: {
        'deployment.kubernetes.io/desired-replicas': String(plan.desired),
        'deployment.kubernetes.io/max-replicas': String(plan.desired + 1),
        'deployment.kubernetes.io/revision': '1',
      },
      owner: controlledBy(deployment),
    }),
    spec: {
      replicas: plan.desired,
      selector: { matchLabels: { ...labels.selector, ...hash } },
      template: templateOf(workload, hash),
    },
    status: {
      observedGeneration: 1,
      replicas: plan.desired,
      ...counted({
        fullyLabeledReplicas: plan.desired,
        readyReplicas: plan.ready,
        availableReplicas: plan.ready,
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
    workloadsOf(view).map(workload => createReplicaSet(view, workload)),
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

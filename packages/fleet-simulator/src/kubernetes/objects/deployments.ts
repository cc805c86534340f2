import { defineKind, inCommons, printLabels } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { countPods } from '../rollouts/countPods';
import { newestRevision } from '../rollouts/podLife';
import { Template } from '../rollouts/types';
import { Condition, KubernetesObject, Labels, Metadata } from '../types';
import { NamespaceView } from '../views';
import { containerColumns } from './containerColumns';
import {
  deploymentConditions,
  PROGRESS_DEADLINE_SECONDS,
} from './deploymentConditions';
import { serviceCreatedAt } from './jobRun';
import { createPodSpec } from './podSpec';
import { PodSpec } from './podTypes';
import { workloadChangedAt } from './workloadChangedAt';
import { Workload, workloadsOf } from './workloads';

/** What Deployments and ReplicaSets make their pods of. */
export interface PodTemplate {
  metadata: { labels: Labels; annotations?: Labels };
  spec: PodSpec;
}

/** A Deployment. */
export interface Deployment extends KubernetesObject {
  spec: {
    replicas: number;
    selector: { matchLabels: Labels };
    template: PodTemplate;
    strategy: object;
    revisionHistoryLimit: number;
    progressDeadlineSeconds: number;
  };
  status: {
    observedGeneration: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    unavailableReplicas?: number;
    conditions: Condition[];
  };
}

/** So many ReplicaSets without pods are kept, to go back to. */
export const REVISION_HISTORY_LIMIT = 2;

/** `kubectl rollout restart` sets this annotation of the pod template. */
export const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Which template a Deployment or ReplicaSet has. */
export const REVISION = 'deployment.kubernetes.io/revision';

/** Builds a Deployment and its status, as the deployment controller would report it. */
export function createDeployment(
  view: NamespaceView,
  workload: Workload,
): Deployment {
  const { labels, rollout } = workload;
  const { now } = view.cluster;
  const { desired, generation } = rollout;
  const { present, updated, ready } = countPods(rollout, now);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: deploymentMetadata(view, workload),
    spec: {
      replicas: desired,
      selector: { matchLabels: labels.selector },
      template: templateOf(workload, newestRevision(rollout).template),
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      },
      revisionHistoryLimit: REVISION_HISTORY_LIMIT,
      progressDeadlineSeconds: PROGRESS_DEADLINE_SECONDS,
    },
    status: {
      observedGeneration: generation,
      ...counted({
        replicas: present,
        updatedReplicas: updated,
        readyReplicas: ready,
        availableReplicas: ready,
        unavailableReplicas: Math.max(0, Math.max(present, desired) - ready),
      }),
      conditions: deploymentConditions(workload, now),
    },
  };
}

/** The template with the labels that charts put on pods. */
export function templateOf(
  workload: Workload,
  { image, restartedAt }: Pick<Template, 'image' | 'restartedAt'>,
  more: Labels = {},
): PodTemplate {
  return {
    metadata: {
      labels: { ...workload.labels.pods, ...more },
      ...(restartedAt ? { annotations: { [RESTARTED_AT]: restartedAt } } : {}),
    },
    spec: createPodSpec({ ...workload, image }),
  };
}

function deploymentMetadata(view: NamespaceView, workload: Workload): Metadata {
  const { name, service, rollout, labels } = workload;
  return createMetadata(view.facts, {
    kind: 'Deployment',
    name,
    namespace: view.namespace,
    createdAt: serviceCreatedAt(view, service.name),
    changedAt: workloadChangedAt(workload, view.cluster.now),
    generation: rollout.generation,
    labels: labels.deployment,
    annotations: { [REVISION]: String(newestRevision(rollout).number) },
  });
}

/** The API leaves out counts of zero. */
export function counted<T extends Record<string, number>>(
  counts: T,
): Partial<T> {
  const partial: Partial<T> = {};
  for (const key in counts) {
    if (counts[key] > 0) {
      partial[key] = counts[key];
    }
  }
  return partial;
}

/** `apps/v1` Deployments. */
export const deployments = defineKind<Deployment>({
  group: 'apps',
  version: 'v1',
  plural: 'deployments',
  kind: 'Deployment',
  shortNames: ['deploy'],
  isInAll: true,
  build: inCommons(view =>
    workloadsOf(view).map(workload => createDeployment(view, workload)),
  ),
  columns: [
    {
      name: 'Ready',
      cell: ({ spec, status }) =>
        `${status.readyReplicas ?? 0}/${spec.replicas}`,
    },
    {
      name: 'Up-to-date',
      type: 'integer',
      cell: ({ status }) => status.updatedReplicas ?? 0,
    },
    {
      name: 'Available',
      type: 'integer',
      cell: ({ status }) => status.availableReplicas ?? 0,
    },
    AGE,
    ...containerColumns<Deployment>(({ spec }) => spec.template.spec),
    {
      name: 'Selector',
      priority: 1,
      cell: ({ spec }) => printLabels(spec.selector.matchLabels),
    },
  ],
});

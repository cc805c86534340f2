import { defineKind, inCommons, printLabels } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { installedAt, later, SECOND_MS, timestamp } from '../timestamps';
import { Condition, KubernetesObject, Labels, Metadata } from '../types';
import { NamespaceView } from '../views';
import { containerColumns } from './containerColumns';
import { createPodSpec } from './podSpec';
import { PodSpec } from './podTypes';
import { Workload, workloadsOf } from './workloads';

/** What Deployments and ReplicaSets make their pods of. */
export interface PodTemplate {
  metadata: { labels: Labels };
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

/** After so long without progress a rollout has failed. */
const PROGRESS_DEADLINE_SECONDS = 600;

/** Builds a Deployment and its status, as the deployment controller would report it. */
export function createDeployment(
  view: NamespaceView,
  workload: Workload,
): Deployment {
  const { name, labels, plan, troubleAt, podsAt } = workload;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: deploymentMetadata(view, workload),
    spec: {
      replicas: plan.desired,
      selector: { matchLabels: labels.selector },
      template: templateOf(workload),
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      },
      revisionHistoryLimit: 2,
      progressDeadlineSeconds: PROGRESS_DEADLINE_SECONDS,
    },
    status: {
      observedGeneration: 1,
      ...counted({
        replicas: plan.desired,
        updatedReplicas: plan.desired,
        readyReplicas: plan.ready,
        availableReplicas: plan.ready,
        unavailableReplicas: plan.desired - plan.ready,
      }),
      conditions: [
        available(plan.ready >= plan.desired, troubleAt ?? podsAt),
        progressing(view, workload, `${name}-${templateHash(view, workload)}`),
      ],
    },
  };
}

/** The hash that names the ReplicaSet; another image tag is another one. */
export function templateHash(view: NamespaceView, workload: Workload): string {
  const { name, image, podsAt, troubleAt } = workload;
  const rollout = podsAt === troubleAt ? timestamp(podsAt) : '';
  return view.facts.hex(`template ${name} ${image} ${rollout}`, 10);
}

/** The template with the labels that charts put on pods. */
export function templateOf(workload: Workload, more: Labels = {}): PodTemplate {
  return {
    metadata: { labels: { ...workload.labels.pods, ...more } },
    spec: createPodSpec(workload),
  };
}

function deploymentMetadata(view: NamespaceView, workload: Workload): Metadata {
  const { name, podsAt, troubleAt } = workload;
  return createMetadata(view.facts, {
    kind: 'Deployment',
    name,
    namespace: view.namespace,
    createdAt: installedAt(view),
    changedAt: troubleAt ?? podsAt,
    generation: 1,
    labels: workload.labels.deployment,
    annotations: { 'deployment.kubernetes.io/revision': '1' },
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

function available(isAvailable: boolean, since: Date): Condition {
  return {
    type: 'Available',
    status: isAvailable ? 'True' : 'False',
    lastUpdateTime: timestamp(since),
    lastTransitionTime: timestamp(since),
    reason: isAvailable
      ? 'MinimumReplicasAvailable'
      : 'MinimumReplicasUnavailable',
    message: `Deployment ${
      isAvailable ? 'has' : 'does not have'
    } minimum availability.`,
  };
}

/** A rollout that once was complete stays so: what crashes later is no failed rollout. */
function progressing(
  view: NamespaceView,
  { podsAt, troubleAt }: Workload,
  replicaSet: string,
): Condition {
  const isRollingOut = podsAt === troubleAt;
  const deadline = later(podsAt, PROGRESS_DEADLINE_SECONDS * SECOND_MS);
  const hasFailed = isRollingOut && deadline <= view.cluster.now;
  const at = hasFailed ? deadline : podsAt;
  const outcome = isRollingOut
    ? {
        reason: hasFailed ? 'ProgressDeadlineExceeded' : 'ReplicaSetUpdated',
        message: `ReplicaSet "${replicaSet}" ${
          hasFailed ? 'has timed out progressing' : 'is progressing'
        }.`,
      }
    : {
        reason: 'NewReplicaSetAvailable',
        message: `ReplicaSet "${replicaSet}" has successfully progressed.`,
      };
  return {
    type: 'Progressing',
    status: hasFailed ? 'False' : 'True',
    lastUpdateTime: timestamp(at),
    lastTransitionTime: timestamp(at),
    ...outcome,
  };
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

import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { KubernetesVersion } from '../KubernetesVersion';
import { createMetadata } from '../metadata';
import { timestamp } from '../timestamps';
import { Condition, KubernetesObject, ResourceKind } from '../types';
import { NamespaceView } from '../views';
import { serviceCreatedAt } from './jobRun';
import { workloadChangedAt } from './workloadChangedAt';
import { Workload, workloadsOf } from './workloads';

/** A HorizontalPodAutoscaler. */
interface Autoscaler extends KubernetesObject {
  spec: {
    scaleTargetRef: { apiVersion: string; kind: string; name: string };
    minReplicas: number;
    maxReplicas: number;
    metrics: object[];
  };
  status: {
    currentReplicas: number;
    desiredReplicas: number;
    currentMetrics: {
      type: string;
      resource: {
        name: string;
        current: { averageUtilization: number; averageValue: string };
      };
    }[];
    conditions: Condition[];
  };
}

/** Deployments that are commonly scaled by load. */
const SCALED = ['fence-deployment', 'revproxy-deployment', 'guppy-deployment'];

const TARGET_PERCENT = 40;

function createAutoscaler(
  view: NamespaceView,
  workload: Workload,
  apiVersion: string,
): Autoscaler {
  const { name, rollout, service } = workload;
  const createdAt = serviceCreatedAt(view, service.name);
  const target = { type: 'Utilization', averageUtilization: TARGET_PERCENT };
  return {
    apiVersion,
    kind: 'HorizontalPodAutoscaler',
    metadata: createMetadata(view.facts, {
      kind: 'HorizontalPodAutoscaler',
      name,
      namespace: view.namespace,
      createdAt,
      changedAt: workloadChangedAt(workload, view.cluster.now),
    }),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: 1,
      maxReplicas: 10,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
    },
    status: statusOf(view, name, { replicas: rollout.desired, createdAt }),
  };
}

function statusOf(
  view: NamespaceView,
  name: string,
  { replicas, createdAt }: { replicas: number; createdAt: Date },
): Autoscaler['status'] {
  const percent = view.facts.number(`usage of ${name}`, 2, 30);
  const current = { averageUtilization: percent, averageValue: `${percent}m` };
  return {
    currentReplicas: replicas,
    desiredReplicas: replicas,
    currentMetrics: [{ type: 'Resource', resource: { name: 'cpu', current } }],
    conditions: [
      {
        type: 'AbleToScale',
        status: 'True',
        lastTransitionTime: timestamp(createdAt),
        reason: 'ReadyForNewScale',
        message: 'recommended size matches current size',
      },
    ],
  };
}

/** HorizontalPodAutoscalers: `autoscaling/v2`, and `v2beta2` on an old cluster. */
export function autoscalers(kubernetes: KubernetesVersion): ResourceKind {
  const version = kubernetes === '1.20' ? 'v2beta2' : 'v2';
  return defineKind<Autoscaler>({
    group: 'autoscaling',
    version,
    plural: 'horizontalpodautoscalers',
    kind: 'HorizontalPodAutoscaler',
    shortNames: ['hpa'],
    isInAll: true,
    build: inCommons(view =>
      workloadsOf(view)
        .filter(({ name }) => SCALED.includes(name))
        .map(workload =>
          createAutoscaler(view, workload, `autoscaling/${version}`),
        ),
    ),
    columns: [
      {
        name: 'Reference',
        cell: ({ spec }) =>
          `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`,
      },
      {
        name: 'Targets',
        cell: ({ status }) =>
          `${kubernetes === '1.20' ? '' : 'cpu: '}${
            status.currentMetrics[0].resource.current.averageUtilization
          }%/${TARGET_PERCENT}%`,
      },
      {
        name: 'MinPods',
        cell: ({ spec }) => String(spec.minReplicas),
      },
      {
        name: 'MaxPods',
        type: 'integer',
        cell: ({ spec }) => spec.maxReplicas,
      },
      {
        name: 'Replicas',
        type: 'integer',
        cell: ({ status }) => status.currentReplicas,
      },
      AGE,
    ],
  });
}

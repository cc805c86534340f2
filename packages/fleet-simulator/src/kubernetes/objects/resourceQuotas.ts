import { installedAt } from '../ages';
import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { isEnding, isPresent } from '../rollouts/podLife';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { elasticsearchOf } from './elasticsearch';
import { jobsOf } from './jobs';
import { CONTAINER_MEBIBYTES } from './podSpec';
import { workloadsOf } from './workloads';

/** A ResourceQuota. */
interface ResourceQuota extends KubernetesObject {
  spec: { hard: Labels };
  status: { hard: Labels; used: Labels };
}

/** What a commons may take: far more than its pods usually do. */
const HARD = {
  'limits.memory': '128Gi',
  pods: '250',
  'requests.memory': '8Gi',
};

/** The quota of the namespace, with what the pods take of it that have not ended. With the fault nothing is left of the memory. */
function createResourceQuota(view: NamespaceView): ResourceQuota {
  const used = usedBy(countPodsInUse(view));
  const hard = view.faultOf('*').quotaUsedUp
    ? { ...HARD, 'limits.memory': used['limits.memory'] }
    : HARD;
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: createMetadata(view.facts, {
      kind: 'ResourceQuota',
      name: 'gen3-quota',
      namespace: view.namespace,
      createdAt: installedAt(view),
      changedAt: view.cluster.now,
    }),
    spec: { hard },
    status: { hard, used },
  };
}

function usedBy(pods: number): Record<keyof typeof HARD, string> {
  const { limit, request } = CONTAINER_MEBIBYTES;
  return {
    'limits.memory': printMebibytes(pods * limit),
    pods: String(pods),
    'requests.memory': printMebibytes(pods * request),
  };
}

/** Pods that have ended do not count (`kubernetes:pkg/quota/v1/evaluator/core/pods.go`). Each has one container that goes on. */
function countPodsInUse(view: NamespaceView): number {
  const { now } = view.cluster;
  const elasticsearch = elasticsearchOf(view);
  const lives = [
    ...workloadsOf(view),
    ...(elasticsearch ? [elasticsearch] : []),
  ].flatMap(({ rollout }) => rollout.pods);
  const running = jobsOf(view).filter(({ run }) => !run.finishedAt);
  return (
    lives.filter(pod => isPresent(pod, now) || isEnding(pod, now)).length +
    running.length
  );
}

/** As Kubernetes writes a quantity: `512Mi`, `7Gi`. */
function printMebibytes(count: number): string {
  return count > 0 && count % 1024 === 0 ? `${count / 1024}Gi` : `${count}Mi`;
}

function printUse({ status }: ResourceQuota, isLimit: boolean): string {
  return Object.entries(status.hard)
    .filter(([resource]) => resource.startsWith('limits.') === isLimit)
    .map(([resource, hard]) => `${resource}: ${status.used[resource]}/${hard}`)
    .join(', ');
}

/** `v1` ResourceQuotas: one in the namespace of each commons. */
export const resourceQuotas = defineKind<ResourceQuota>({
  group: '',
  version: 'v1',
  plural: 'resourcequotas',
  kind: 'ResourceQuota',
  shortNames: ['quota'],
  build: inCommons(view => [createResourceQuota(view)]),
  columns: [
    { name: 'Request', cell: quota => printUse(quota, false) },
    { name: 'Limit', cell: quota => printUse(quota, true) },
    AGE,
  ],
});

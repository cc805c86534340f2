import type { JsonObject, JsonValue } from '@backstage/types';
import { isMap, valueAt } from '../preflight/valueAt';
import type { Manifest } from './Manifest';

/** Kinds whose pods are always there. */
const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Whether its pods are always there. */
export function isWorkload({ kind }: Manifest): boolean {
  return WORKLOADS.includes(kind);
}

/** Containers of the pods of a workload, Job or CronJob. */
export function containersOf({ body }: Manifest): JsonObject[] {
  return [
    'spec.template.spec.containers',
    'spec.jobTemplate.spec.template.spec.containers',
  ].flatMap(path => listAt(body, path).filter(isMap));
}

/** Containers that have to end before those of a workload start. */
export function initContainersOf({ body }: Manifest): JsonObject[] {
  return listAt(body, 'spec.template.spec.initContainers').filter(isMap);
}

/** Pods that it asks for. @defaultValue 1, as Kubernetes has it */
export function replicasOf({ body }: Manifest): number {
  const replicas = Number(valueAt(body, 'spec.replicas') ?? 1);
  return Number.isFinite(replicas) ? replicas : 1;
}

function listAt(body: JsonObject, path: string): JsonValue[] {
  const value = valueAt(body, path);
  return Array.isArray(value)
    ? value.filter((item): item is JsonValue => item !== undefined)
    : [];
}

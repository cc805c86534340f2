import { KubernetesVersion } from '../KubernetesVersion';
import { createMetadata } from '../metadata';
import { KubernetesObject, Metadata } from '../types';
import { NamespaceView } from '../views';
import { serviceCreatedAt } from './jobRun';
import { JobPlan } from './jobPlans';

/** Which version of `batch` has the CronJobs. */
export function cronJobVersion(version: KubernetesVersion): string {
  return version === '1.20' ? 'v1beta1' : 'v1';
}

/** A CronJob's metadata, which its Jobs refer to. */
export function cronJobMetadata(
  view: NamespaceView,
  { name, service }: JobPlan,
  changedAt?: Date,
): Metadata {
  return createMetadata(view.facts, {
    kind: 'CronJob',
    name,
    namespace: view.namespace,
    createdAt: serviceCreatedAt(view, service),
    ...(changedAt ? { changedAt } : {}),
    generation: 1,
  });
}

/** A CronJob as others refer to it. */
export function createCronJobReference(
  view: NamespaceView,
  plan: JobPlan,
): KubernetesObject {
  return {
    apiVersion: `batch/${cronJobVersion(view.cluster.version)}`,
    kind: 'CronJob',
    metadata: cronJobMetadata(view, plan),
  };
}

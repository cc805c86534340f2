import { z } from 'zod';

/**
 * Releases of Kubernetes that a cluster can play: the oldest that the portal supports, which serves CronJobs as
 * `batch/v1beta1` and autoscalers as `autoscaling/v2beta2`, and a new one.
 */
export const KUBERNETES_VERSIONS = ['1.20', '1.35'] as const;

/** A release of Kubernetes. */
export const kubernetesVersionSchema = z.enum(KUBERNETES_VERSIONS);

/** A release of Kubernetes. */
export type KubernetesVersion = z.infer<typeof kubernetesVersionSchema>;

/** What a cluster plays when nothing is said. */
export const DEFAULT_KUBERNETES_VERSION: KubernetesVersion = '1.35';

/** The full version of a release, as nodes and `/version` report it. */
export function fullVersion(version: KubernetesVersion): string {
  return version === '1.20' ? 'v1.20.15' : 'v1.35.0';
}

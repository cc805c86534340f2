import { z } from 'zod';
import {
  applicationSchema,
  cronJobSchema,
  jobSchema,
  podSchema,
  workloadSchema,
} from './objects';

/**
 * Kinds that the portal lists. `versions` are tried in this order until the server has one; together they cover
 * Kubernetes 1.20 to 1.35.
 */
export const KUBERNETES_KINDS = {
  deployments: { versions: ['apps/v1'], schema: workloadSchema },
  statefulsets: { versions: ['apps/v1'], schema: workloadSchema },
  pods: { versions: ['v1'], schema: podSchema },
  jobs: { versions: ['batch/v1'], schema: jobSchema },
  // batch/v1 exists since 1.8, its CronJob since 1.21; batch/v1beta1 ended with 1.25.
  cronjobs: { versions: ['batch/v1', 'batch/v1beta1'], schema: cronJobSchema },
  applications: {
    versions: ['argoproj.io/v1alpha1'],
    schema: applicationSchema,
  },
} as const;

/** Plural, lower-case name of a kind, as in a URL. @public */
export type KubernetesKind = keyof typeof KUBERNETES_KINDS;

/** An object of a kind, as much of it as the portal reads. @public */
export type KubernetesObject<K extends KubernetesKind> = z.infer<
  (typeof KUBERNETES_KINDS)[K]['schema']
>;

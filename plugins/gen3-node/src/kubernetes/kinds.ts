import { z } from 'zod';
import {
  awsGen3AppHelmSchema,
  certificateSchema,
  externalSecretSchema,
} from './addOnObjects';
import { applicationSchema } from './applications';
import { horizontalPodAutoscalerSchema } from './autoscalers';
import { cronJobSchema, jobSchema, podSchema, workloadSchema } from './objects';
import {
  configMapSchema,
  eventSchema,
  ingressSchema,
  namespaceSchema,
  networkPolicySchema,
  nodeSchema,
  persistentVolumeClaimSchema,
  resourceQuotaSchema,
} from './placeObjects';

/** How a kind is read. */
interface KindRow {
  /** Tried in this order until the server has one; together they cover Kubernetes 1.20 to 1.35. */
  versions: readonly string[];
  schema: z.ZodType;
  /** Only objects of this name are asked for, and the account needs no right to the others. */
  name?: string;
  /** Only these objects are asked for, where there is no name, as Kubernetes writes field selectors. */
  fieldSelector?: string;
}

/** Kinds that the portal lists. */
export const KUBERNETES_KINDS = {
  deployments: { versions: ['apps/v1'], schema: workloadSchema },
  statefulsets: { versions: ['apps/v1'], schema: workloadSchema },
  pods: {
    versions: ['v1'],
    schema: podSchema,
    // Most pods of a commons are those of Jobs that went well, and nobody asks for them (`kubernetes:pkg/apis/core/v1/conversion.go`).
    fieldSelector: 'status.phase!=Succeeded',
  },
  jobs: { versions: ['batch/v1'], schema: jobSchema },
  // batch/v1 exists since 1.8, its CronJob since 1.21; batch/v1beta1 ended with 1.25.
  cronjobs: { versions: ['batch/v1', 'batch/v1beta1'], schema: cronJobSchema },
  horizontalpodautoscalers: {
    // autoscaling/v2 exists since 1.23; v2beta2 ended with 1.26.
    versions: ['autoscaling/v2', 'autoscaling/v2beta2', 'autoscaling/v1'],
    schema: horizontalPodAutoscalerSchema,
  },
  events: { versions: ['v1'], schema: eventSchema },
  applications: {
    versions: ['argoproj.io/v1alpha1'],
    schema: applicationSchema,
  },
  nodes: { versions: ['v1'], schema: nodeSchema },
  namespaces: { versions: ['v1'], schema: namespaceSchema },
  configmaps: {
    versions: ['v1'],
    schema: configMapSchema,
    name: 'manifest-global',
  },
  persistentvolumeclaims: {
    versions: ['v1'],
    schema: persistentVolumeClaimSchema,
  },
  resourcequotas: {
    versions: ['v1'],
    schema: resourceQuotaSchema,
  },
  networkpolicies: {
    versions: ['networking.k8s.io/v1'],
    schema: networkPolicySchema,
  },
  ingresses: {
    versions: ['networking.k8s.io/v1'],
    schema: ingressSchema,
  },
  externalsecrets: {
    // The operator serves v1 since 0.16, v1beta1 since 0.5.
    versions: ['external-secrets.io/v1', 'external-secrets.io/v1beta1'],
    schema: externalSecretSchema,
  },
  certificates: {
    versions: ['cert-manager.io/v1'],
    schema: certificateSchema,
  },
  awsgen3apphelm1s: {
    versions: ['kro.run/v1alpha1'],
    schema: awsGen3AppHelmSchema,
  },
} as const satisfies Record<string, KindRow>;

/** Plural, lower-case name of a kind, as in a URL. @public */
export type KubernetesKind = keyof typeof KUBERNETES_KINDS;

/** An object of a kind, as much of it as the portal reads. @public */
export type KubernetesObject<K extends KubernetesKind> = z.infer<
  (typeof KUBERNETES_KINDS)[K]['schema']
>;

/** How a kind is read, whatever the kind. */
export function rowOf(kind: KubernetesKind): KindRow {
  return KUBERNETES_KINDS[kind];
}

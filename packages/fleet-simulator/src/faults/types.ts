import { z } from 'zod';

/** The word for "the whole commons" where a service's name stands. */
export const WHOLE_COMMONS = '*';

const flag = z.literal(true).optional();

/** What may be wrong with one service of a commons. */
export const serviceFaultSchema = z.strictObject({
  /** The service answers this status. revproxy turns every 5xx into its own 500. */
  status: z.number().int().min(200).max(599).optional(),
  /** The request is taken and never answered. */
  hang: flag,
  /** Every answer comes so much later, in milliseconds. */
  slowMs: z.number().int().min(0).max(3_600_000).optional(),
  /** The connection is reset instead of an answer. */
  reset: flag,
  /** The front end's page with 200 instead of the service. */
  html: flag,
  /** fence names another issuer than `https://<hostname>/user`. */
  wrongIssuer: flag,
});

/** What may be wrong with the pods of a service's Deployment. The outside follows when none is ready. */
export const podFaultSchema = z.strictObject({
  /** The container ends with an error again and again. */
  crashLoop: flag,
  /** The image cannot be pulled. */
  imagePull: flag,
  /** No node has room for the pod. */
  pending: flag,
  /** The container is killed for want of memory, again and again. */
  outOfMemory: flag,
  /** The Deployment has no replicas. */
  scaledToZero: flag,
  /** How many replicas are wanted; with one of the above all but one of several are ready. */
  replicas: z.number().int().min(0).max(50).optional(),
  /** How many replicas are ready; the others fail their readiness probe unless one of the above says more. */
  replicasReady: z.number().int().min(0).max(50).optional(),
});

/** How late `lateJob: true` is. */
export const USUAL_LATE_HOURS = 6;

/** What may be wrong with a Job or CronJob. */
export const jobFaultSchema = z.strictObject({
  /** Its last run failed. */
  failedJob: flag,
  /** Its last success is so many hours ago, and the run after it hangs. `true`: 6 hours. */
  lateJob: z
    .union([
      z.literal(true),
      z
        .number()
        .positive()
        .max(24 * 90),
    ])
    .optional(),
  /** Its runs that begin from now on never end: what succeeded has succeeded, and the next does not. */
  hangingJob: flag,
});

/** What may be wrong with a cluster's API server, besides `hang`, `slowMs` and `status`. */
export const clusterFaultSchema = z.strictObject({
  /** The connection is reset. */
  unreachable: flag,
  /** Nobody may read these kinds, named by their plurals. */
  forbidden: z.array(z.string().min(1)).min(1).optional(),
});

/** Where the faults of a cluster are placed: in the place of a hostname. */
export function clusterHost(cluster: string): string {
  return `cluster:${cluster}`;
}

/** The cluster of such a place; undefined for a hostname. */
export function clusterOfHost(hostname: string): string | undefined {
  return hostname.startsWith('cluster:')
    ? hostname.slice('cluster:'.length)
    : undefined;
}

/** What may be wrong with a commons as a whole, and all else that may be wrong. */
export const commonsFaultSchema = serviceFaultSchema.extend({
  ...podFaultSchema.shape,
  ...jobFaultSchema.shape,
  ...clusterFaultSchema.shape,
  /** Argo CD: what runs is not what git says. */
  outOfSync: flag,
  /** The namespace's quota allows no more memory than its pods have. */
  quotaUsedUp: flag,
  /** Network policies let no users in, and revproxy out to no service. */
  isolated: flag,
  /** The certificate ends in so many days; negative: it has ended. */
  certificateDays: z.number().min(-3650).max(3650).optional(),
  /** Gen3's maintenance mode. */
  maintenance: flag,
  /** The connection is closed before the TLS handshake: nobody is there. */
  close: flag,
});

/** A fault; all its parts hold at once. */
export type Fault = z.infer<typeof commonsFaultSchema>;

/** A fault and where it sits. */
export const placedFaultSchema = z.object({
  hostname: z.string().min(1),
  service: z.string().min(1).default(WHOLE_COMMONS),
  fault: commonsFaultSchema,
});

/** A fault and where it sits. */
export type PlacedFault = z.infer<typeof placedFaultSchema>;

/** Parts of a fault that sit in the namespace of a commons, and at none of its services. */
export const NAMESPACE_ONLY = ['outOfSync', 'quotaUsedUp', 'isolated'] as const;

/** Parts of a fault that only make sense for a whole commons. */
export const COMMONS_ONLY = [
  'certificateDays',
  'maintenance',
  'close',
  ...NAMESPACE_ONLY,
] as const;

import { z } from 'zod';
import { conditions, count, instant, metadata, selector, text } from './fields';
import { lenient, lenientList } from './lenient';

/** `metadata` and what else of a Deployment or StatefulSet the portal reads. */
export const workloadSchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      replicas: count,
      paused: lenient(z.boolean()),
      selector,
      template: lenient(
        z.object({
          spec: lenient(
            z.object({
              containers: lenientList(
                z.object({ name: z.string(), image: text }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
  status: lenient(
    z.object({
      observedGeneration: count,
      replicas: count,
      readyReplicas: count,
      updatedReplicas: count,
      unavailableReplicas: count,
      conditions,
    }),
  ),
});

const terminated = lenient(
  z.object({
    reason: text,
    message: text,
    exitCode: lenient(z.number().int()),
    startedAt: instant,
    finishedAt: instant,
  }),
);

const containerState = lenient(
  z.object({
    waiting: lenient(z.object({ reason: text, message: text })),
    running: lenient(z.object({ startedAt: instant })),
    terminated,
  }),
);

const containerStatuses = lenientList(
  z.object({
    name: z.string(),
    ready: lenient(z.boolean()),
    restartCount: count,
    image: text,
    state: containerState,
    lastState: containerState,
  }),
);

/** What the portal reads of a Pod. */
export const podSchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      nodeName: text,
      volumes: lenientList(
        z.object({
          persistentVolumeClaim: lenient(z.object({ claimName: text })),
        }),
      ),
    }),
  ),
  status: lenient(
    z.object({
      phase: text,
      reason: text,
      message: text,
      startTime: instant,
      conditions,
      initContainerStatuses: containerStatuses,
      containerStatuses,
    }),
  ),
});

/** What the portal reads of a Job. */
export const jobSchema = z.object({
  metadata,
  spec: lenient(z.object({ suspend: lenient(z.boolean()) })),
  status: lenient(
    z.object({
      active: count,
      succeeded: count,
      failed: count,
      startTime: instant,
      completionTime: instant,
      conditions,
    }),
  ),
});

/** What the portal reads of a CronJob, of `batch/v1` and of `batch/v1beta1`. */
export const cronJobSchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      schedule: text,
      timeZone: text,
      suspend: lenient(z.boolean()),
    }),
  ),
  status: lenient(
    z.object({
      lastScheduleTime: instant,
      /** Since Kubernetes 1.21. */
      lastSuccessfulTime: instant,
      active: lenientList(z.object({ name: text })),
    }),
  ),
});

/** A Deployment or a StatefulSet, as much of it as the portal reads. @public */
export type KubernetesWorkload = z.infer<typeof workloadSchema>;
/** A Pod, as much of it as the portal reads. @public */
export type KubernetesPod = z.infer<typeof podSchema>;
/** A Job, as much of it as the portal reads. @public */
export type KubernetesJob = z.infer<typeof jobSchema>;
/** A CronJob, as much of it as the portal reads. @public */
export type KubernetesCronJob = z.infer<typeof cronJobSchema>;

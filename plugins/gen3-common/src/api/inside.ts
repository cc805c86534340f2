import { z } from 'zod';
import { CAUSES } from '../health/causes';
import { OUTCOMES } from '../health/types';
import { instant } from './health';

/** What of a cluster could not be read; the rest of the answer is what could. */
const unreadableSchema = z.object({
  /** Plural, lower-case: `pods`. */
  kind: z.string(),
  /** A clause: `answers 403: pods is forbidden ...`. */
  reason: z.string(),
});

/** What all answers about the inside of a commons have. */
export const insideSchema = z.object({
  entityRef: z.string(),
  hostname: z.string(),
  asOf: instant,
  /** Absent when no cluster is connected to this commons; then nothing else is known. */
  place: z.object({ cluster: z.string(), namespace: z.string() }).optional(),
  unreadable: z.array(unreadableSchema),
});

/** How something is, and what to do about it. */
export const verdictSchema = z.object({
  outcome: z.enum(OUTCOMES),
  cause: z.enum(CAUSES),
  /** A clause that follows the name. */
  reason: z.string(),
  /** What to do, in one sentence; absent when nothing is to be done. */
  advice: z.string().optional(),
});

const eventSchema = z.object({
  /** `Pod fence-deployment-5d4f-x`. */
  object: z.string(),
  type: z.string(),
  reason: z.string(),
  message: z.string(),
  /** How often it happened. */
  count: z.number().int(),
  at: instant.optional(),
});

const workloadSchema = verdictSchema.extend({
  /** Name of the Deployment or StatefulSet. */
  name: z.string(),
  /** Absent when there is none of that name, or neither kind could be read. */
  kind: z.enum(['Deployment', 'StatefulSet']).optional(),
  /** The Gen3 service that it belongs to; absent when no service is known to. */
  service: z.string().optional(),
  /** Whether the commons declares that service. */
  declared: z.boolean(),
  replicas: z.object({ ready: z.number(), wanted: z.number() }).optional(),
  /** Absent when nothing scales it by load, or autoscalers cannot be read. */
  autoscaler: z
    .object({
      min: z.number().int(),
      max: z.number().int(),
      /** What keeps it from scaling as the load asks for; a clause that follows "Autoscaling". */
      problem: z.string().optional(),
    })
    .optional(),
  /** Image tags of its pods: several during a rollout. Of the workload itself when pods cannot be read. */
  runningTags: z.array(z.string()),
  /** Image tag that git declares. */
  declaredTag: z.string().optional(),
  /** Of all containers of its pods, since these began; absent when pods cannot be read. */
  restarts: z.number().int().optional(),
  createdAt: instant.optional(),
  /** Newest first, at most five. */
  events: z.array(eventSchema),
});

/** Answer of `GET /commons/:namespace/:name/workloads`. @public */
export const workloadsResponseSchema = insideSchema.extend({
  /** Worst first, then by name. */
  workloads: z.array(workloadSchema),
});

/** Answer of `GET /commons/:namespace/:name/workloads`. @public */
export type WorkloadsResponse = z.infer<typeof workloadsResponseSchema>;

const runSchema = z.object({
  /** Name of the Job. */
  name: z.string(),
  state: z.enum(['running', 'succeeded', 'failed', 'unknown']),
  startedAt: instant.optional(),
  endedAt: instant.optional(),
  durationMs: z.number().nonnegative().optional(),
  /** Why it failed, as Kubernetes says. */
  message: z.string().optional(),
});

const jobSchema = verdictSchema.extend({
  /** Name of the CronJob, or of a Job that no CronJob made. */
  name: z.string(),
  kind: z.enum(['CronJob', 'Job']),
  /** The Gen3 service that it belongs to; absent when no service is known to. */
  service: z.string().optional(),
  /** Whether the health of the commons depends on it. */
  needed: z.boolean(),
  schedule: z.string().optional(),
  /** Of the schedule, where the CronJob names one; else UTC as a rule. */
  timeZone: z.string().optional(),
  suspended: z.boolean(),
  /** It is suspended, or its schedule is never due: it only runs when somebody makes it. */
  byHand: z.boolean(),
  nextRunAt: instant.optional(),
  lastSuccessAt: instant.optional(),
  /** Newest first, at most five. */
  runs: z.array(runSchema),
});

/** Answer of `GET /commons/:namespace/:name/jobs`. @public */
export const jobsResponseSchema = insideSchema.extend({
  /** Worst first, then those that are needed, then by name. */
  jobs: z.array(jobSchema),
});

/** Answer of `GET /commons/:namespace/:name/jobs`. @public */
export type JobsResponse = z.infer<typeof jobsResponseSchema>;

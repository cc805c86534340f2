import { z } from 'zod';
import { instant } from './health';
import { insideSchema, verdictSchema } from './inside';

const sourceSchema = z.object({
  /** Without credentials. */
  repoUrl: z.string(),
  /** Folder of a git repository. */
  path: z.string().optional(),
  /** Chart of a Helm repository. */
  chart: z.string().optional(),
  /** Branch, tag, commit or version that is followed. */
  targetRevision: z.string().optional(),
  /** What Argo CD compared with last: a commit, or the version of a chart. */
  comparedRevision: z.string().optional(),
  /** What runs: the compared one when it is applied, else the one that was applied last. Absent when Argo CD does not say. */
  deployedRevision: z.string().optional(),
});

const operationSchema = z.object({
  /** `Running`, `Succeeded`, `Failed`, `Error` or `Terminating`. */
  phase: z.string(),
  message: z.string().optional(),
  startedAt: instant.optional(),
  finishedAt: instant.optional(),
});

const conditionSchema = z.object({
  type: z.string(),
  message: z.string(),
  at: instant.optional(),
});

const objectSchema = z.object({
  kind: z.string(),
  name: z.string(),
  /** `OutOfSync`, `Synced` or `Unknown`. */
  sync: z.string().optional(),
  /** `Degraded`, `Missing`, `Progressing`, ...; absent where Argo CD does not keep it. */
  health: z.string().optional(),
  message: z.string().optional(),
});

/** An Application of Argo CD that deploys a commons. @public */
export const applicationRowSchema = verdictSchema.extend({
  name: z.string(),
  namespace: z.string().optional(),
  /** `Synced`, `OutOfSync` or `Unknown`. */
  sync: z.string().optional(),
  /** `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Missing` or `Unknown`. */
  health: z.string().optional(),
  sources: z.array(sourceSchema),
  /** The last sync. */
  operation: operationSchema.optional(),
  conditions: z.array(conditionSchema),
  /** Objects that are not as git says or not healthy, the worst first, at most 50. */
  objects: z.array(objectSchema),
  /** How many such objects there are. */
  totalObjects: z.number().int().nonnegative(),
  /** When Argo CD looked last. */
  reconciledAt: instant.optional(),
});

/** An Application of Argo CD that deploys a commons. @public */
export type ApplicationRow = z.infer<typeof applicationRowSchema>;

/** Answer of `GET /commons/:namespace/:name/deployment`. @public */
export const deploymentResponseSchema = insideSchema.extend({
  /** All Applications together: the worst of them, or why there is none. A clause that follows "Argo CD". */
  verdict: verdictSchema,
  /** Worst first, then by name. */
  applications: z.array(applicationRowSchema),
});

/** Answer of `GET /commons/:namespace/:name/deployment`. @public */
export type DeploymentResponse = z.infer<typeof deploymentResponseSchema>;

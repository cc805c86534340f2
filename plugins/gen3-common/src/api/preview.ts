import { z } from 'zod';
import { launchAnswersSchema } from '../launch/launchAnswers';
import { changeFileSchema } from './changes';
import { editRequestSchema } from './edits';
import { instant } from './health';
import { valuesTextSchema } from './valuesText';

/** Body of `POST /preview`: the wizard's answers, what is to be different about a commons, or the values of one. @public */
export const previewRequestSchema = z.union([
  z.strictObject({ answers: launchAnswersSchema }),
  z.strictObject({ edit: editRequestSchema }),
  z.strictObject({
    /** Values of the gen3 chart as YAML. */
    values: valuesTextSchema,
    tier: launchAnswersSchema.shape.tier,
    /** Where it would run, when that is known. */
    cluster: z.string().max(100).optional(),
    namespace: z.string().max(100).optional(),
    /** Id of the source whose chart is rendered. Without it the chart of the portal's config. */
    source: z.string().max(40).optional(),
  }),
]);

/** Body of `POST /preview`. @public */
export type PreviewRequest = z.input<typeof previewRequestSchema>;

/** What may go wrong with a change. @public */
export const PREVIEW_RISKS = [
  'volume-removed',
  'secret-removed',
  'workload-removed',
  'replicas-fall',
  'database-job',
  'immutable-job',
  'skips-releases',
  'downgrade',
  'no-restart',
] as const;

/** Which object of Kubernetes. */
const objectNameSchema = z.object({
  kind: z.string(),
  name: z.string(),
  namespace: z.string().optional(),
});

/** An object of Kubernetes that would be added, changed or removed. @public */
export const previewObjectSchema = objectNameSchema.extend({
  apiVersion: z.string(),
  /** Service of the registry that it belongs to. */
  service: z.string().optional(),
  /** Template that makes it, e.g. `gen3/charts/fence/templates/deployment.yaml`. */
  template: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  /** YAML as it is now; contents of secrets are hidden. */
  before: z.string().optional(),
  /** YAML as it would be; contents of secrets are hidden, and marked where they change. */
  after: z.string().optional(),
});

/** An object of Kubernetes that would be added, changed or removed. @public */
export type PreviewObject = z.infer<typeof previewObjectSchema>;

/** Something to think of before a change is proposed. @public */
export const previewRiskSchema = z.object({
  id: z.enum(PREVIEW_RISKS),
  severity: z.enum(['high', 'medium', 'low']),
  object: objectNameSchema,
  what: z.string(),
  why: z.string(),
});

/** Something to think of before a change is proposed. @public */
export type PreviewRisk = z.infer<typeof previewRiskSchema>;

const count = z.number().int().nonnegative();

const previewedFilesSchema = z.object({
  /** The files, without the lines that hold secrets, which are marked where they change; none when values are previewed. */
  files: z.array(changeFileSchema),
  /** What the preview does not show, in sentences. */
  notes: z.array(z.string()),
  asOf: instant,
});

/** Answer of `POST /preview` with what the chart makes of the files. @public */
export const renderedPreviewSchema = previewedFilesSchema.extend({
  rendered: z.literal(true),
  /** What differs, by kind and name. */
  objects: z.array(previewObjectSchema),
  /** The worst first. */
  risks: z.array(previewRiskSchema),
  summary: z.object({
    /** All objects that the commons would have. */
    objects: count,
    added: count,
    changed: count,
    removed: count,
    /** Services of the registry that have objects, by name. */
    services: z.array(z.string()),
    /** Deployments, StatefulSets and DaemonSets. */
    workloads: count,
    /** Thousandths of a CPU that all pods of the workloads request. */
    cpuRequestMillis: count,
    memoryRequestBytes: count,
  }),
  chart: z.object({
    repoUrl: z.string(),
    /** As configured or answered: version, branch or tag. */
    revision: z.string(),
    /** What that is now: a version, or a commit. */
    version: z.string(),
  }),
});

/** Answer of `POST /preview` with what the chart makes of the files. @public */
export type RenderedPreview = z.infer<typeof renderedPreviewSchema>;

/** Answer of `POST /preview`: the files alone while the portal has no chart or no helm. @public */
export const previewResponseSchema = z.discriminatedUnion('rendered', [
  renderedPreviewSchema,
  previewedFilesSchema.extend({
    rendered: z.literal(false),
    /** Why there are no objects and risks, as a sentence. */
    whyNotRendered: z.string(),
  }),
]);

/** Answer of `POST /preview`: the files alone while the portal has no chart or no helm. @public */
export type PreviewResponse = z.infer<typeof previewResponseSchema>;

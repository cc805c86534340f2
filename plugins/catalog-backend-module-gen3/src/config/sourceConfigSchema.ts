import { GEN3_CHARTS } from '@gen3-csoc/backstage-plugin-gen3-node';
import { z } from 'zod';
import { staticCommonsSchema, webUrlSchema } from './staticCommonsSchema';

/** Kinds of sources, as `type` names them. */
export const SOURCE_TYPES = [
  'gitops',
  'manifest',
  'static',
  'kubernetes',
] as const;

/** Owner of commons that nobody claims. Such a group need not exist; the catalog then shows a dangling owner. */
export const DEFAULT_OWNER = 'group:default/unknown';

/** Largest share of a source's commons that one run may drop, unless config says otherwise. */
export const DEFAULT_MAX_DROP_PERCENT = 20;

/** One URL for all (`*`), or several by name. */
const urlsByName = z
  .union([webUrlSchema, z.record(z.string(), webUrlSchema)], {
    error: 'must be an http or https URL, or a map of such URLs by name',
  })
  .transform(value => (typeof value === 'string' ? { '*': value } : value))
  .default({});

const base = {
  owner: z.string().min(1).default(DEFAULT_OWNER),
  owners: z.record(z.string(), z.string().min(1)).default({}),
  relationship: z.enum(['managed', 'associated']).default('managed'),
  probing: z.enum(['on', 'off']).optional(),
  maxDropPercent: z.number().min(0).max(100).default(DEFAULT_MAX_DROP_PERCENT),
  argocd: urlsByName,
  docs: urlsByName,
  /** Read by the platform's own reader. */
  schedule: z.unknown().optional(),
};

/** The source names clusters in its own way. */
const mapping = {
  clusters: z.record(z.string(), z.string().min(1)).default({}),
};

const charts = {
  charts: z
    .array(z.string().min(1))
    .min(1)
    .default([...GEN3_CHARTS]),
};

const repository = {
  ...mapping,
  url: z.string().min(1),
  branch: z.string().min(1).optional(),
  reader: z.enum(['auto', 'git']).default('auto'),
  paths: z.array(z.string().min(1)).default([]),
};

/** What can be read of a source whose type does not exist: its other keys cannot be judged. */
export const unknownSourceSchema = z.looseObject({ ...base, ...mapping });

/** One source as it is written in config, without its id. Unknown keys are refused: a typo must not become a default. */
export const sourceConfigSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('gitops'),
    ...base,
    ...repository,
    ...charts,
    aliases: z.array(z.string().min(1)).default([]),
  }),
  z.strictObject({ type: z.literal('manifest'), ...base, ...repository }),
  z.strictObject({
    type: z.literal('static'),
    ...base,
    ...mapping,
    commons: z.array(staticCommonsSchema),
  }),
  z.strictObject({
    type: z.literal('kubernetes'),
    ...base,
    ...charts,
    clusters: z
      .array(z.string().min(1), { error: 'must be a list of cluster names' })
      .optional(),
  }),
]);

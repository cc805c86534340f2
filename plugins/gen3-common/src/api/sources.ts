import { z } from 'zod';
import { instant } from './health';

/** Something that is wrong with what a source declares, and how to mend it. @public */
export const findingSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  /** Stable code, e.g. `values-not-a-map`. */
  code: z.string(),
  /** What is wrong: names the thing and the value found. */
  message: z.string(),
  /** What to do about it. */
  fix: z.string(),
  file: z.string().optional(),
  line: z.number().int().positive().optional(),
  /** Path of the key, e.g. `global.hostname`. */
  key: z.string().optional(),
});

/** Something that is wrong with what a source declares, and how to mend it. @public */
export type Finding = z.infer<typeof findingSchema>;

/** A member of a source that could not be read. @public */
export const quarantinedMemberSchema = z.object({
  /** Stable key of the member in its source: usually the path of the file that declares it. */
  member: z.string(),
  hostname: z.string().optional(),
  finding: findingSchema,
  /** Since when it cannot be read. */
  since: instant,
  /** Its last good entities are still in the catalog. */
  served: z.boolean(),
});

/** State of one source. @public */
export const sourceStatusSchema = z.object({
  id: z.string(),
  type: z.string(),
  /** What is read: a repository URL without credentials, names of clusters, or `config`. */
  target: z.string(),
  relationship: z.enum(['managed', 'associated']),
  state: z.enum(['never-run', 'ok', 'failed', 'held']),
  running: z.boolean(),
  lastTryAt: instant.optional(),
  lastGoodAt: instant.optional(),
  nextTryAt: instant.optional(),
  /** Commit that the last good reading is of. */
  commit: z.string().optional(),
  /** Why the last try failed. */
  error: z.string().optional(),
  counts: z.object({
    commons: z.number().int().nonnegative(),
    services: z.number().int().nonnegative(),
    clusters: z.number().int().nonnegative(),
    quarantined: z.number().int().nonnegative(),
  }),
  /** At most 100: what is not served before what is, the oldest first. */
  quarantined: z.array(quarantinedMemberSchema),
  /** Findings on members that could be read, e.g. a value file that does not exist. At most 100, the worst first. */
  findings: z.array(findingSchema.extend({ member: z.string() })),
  /** How many there are of what the lists show at most 100 of. Without it the lists are whole. */
  totals: z
    .object({
      quarantined: z.number().int().nonnegative(),
      findings: z.number().int().nonnegative(),
    })
    .optional(),
  /** The last run would have dropped too much and waits for a person. */
  held: z
    .object({
      since: instant,
      /** All of them, whatever their number: nobody should let go what they were not shown. */
      wouldDrop: z.array(z.string()),
      of: z.number().int().nonnegative(),
      maxDropPercent: z.number(),
    })
    .optional(),
});

/** State of one source. @public */
export type SourceStatus = z.infer<typeof sourceStatusSchema>;

/** Body of `POST /api/catalog/gen3/sources/:id/confirm-drop`. @public */
export const confirmDropRequestSchema = z.object({
  /** Hostnames that may go; what else is held waits on. All that are held when absent. */
  commons: z.array(z.string()).min(1).optional(),
});

/** Answer of `GET /api/catalog/gen3/sources`. @public */
export const sourcesResponseSchema = z.object({
  items: z.array(sourceStatusSchema),
  asOf: instant,
});

/** Answer of `GET /api/catalog/gen3/sources`. @public */
export type SourcesResponse = z.infer<typeof sourcesResponseSchema>;

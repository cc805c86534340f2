import { z } from 'zod';
import { CAUSES } from '../health/causes';
import { LATE_JOB_PATTERN } from '../health/lateJob';
import { HEALTH_STATUSES } from '../health/types';
import { GEN3_JOURNEYS } from '../services/types';
import { instant } from './health';

/**
 * Signal channel on which browsers hear that something in the fleet changed, `{}`, or that rounds went on in which nothing did,
 * `{ entityRefs: [] }`. It goes to everybody, so it names no commons: what changed is asked from REST, under permission.
 *
 * @public
 */
export const GEN3_FLEET_CHANNEL = 'gen3:fleet';

/** Columns the fleet can be sorted by; `attention` is worst first, commons that nobody asks last, then by name. @public */
export const FLEET_SORTS = [
  'attention',
  'name',
  'score',
  'release',
  'tier',
  'owner',
  'source',
  'since',
  'age',
] as const;

const status = z.enum(HEALTH_STATUSES);

/** A query value that may be given once or several times. */
const many = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item)])
    .transform(value => (Array.isArray(value) ? value : [value]))
    .optional();

/** Query of `GET /fleet`. Filters of several values match any of them. @public */
export const fleetQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Opaque, from `nextCursor` of the page before. */
  cursor: z.string().max(1000).optional(),
  sort: z.enum(FLEET_SORTS).default('attention'),
  order: z.enum(['asc', 'desc']).default('asc'),
  /** Part of a hostname, title or service name, any case. */
  q: z.string().max(200).optional(),
  status: many(status),
  tier: many(z.string()),
  release: many(z.string()),
  owner: many(z.string()),
  source: many(z.string()),
  /** Hostname of a hub: the hub and its members. */
  mesh: many(z.string()),
  /** Of the commons, or any that its cluster says; `job-late:<job>` names the job: `job-late:usersync`. */
  cause: many(z.union([z.enum(CAUSES), z.string().regex(LATE_JOB_PATTERN)])),
});

/** Parsed query of `GET /fleet`. @public */
export type FleetQuery = z.infer<typeof fleetQuerySchema>;

/** One commons in the fleet. @public */
export const fleetRowSchema = z.object({
  entityRef: z.string(),
  namespace: z.string(),
  name: z.string(),
  hostname: z.string(),
  title: z.string(),
  status,
  /** Top reason, one sentence; empty when nothing is wrong. */
  reason: z.string(),
  cause: z.enum(CAUSES),
  /** The worst of what its cluster says; absent when none is connected. */
  inside: z
    .object({
      status,
      cause: z.enum(CAUSES),
      /** All that it says, worst first, as the filter `cause` takes them; empty when nothing is wrong. */
      causes: z.array(z.string()),
    })
    .optional(),
  since: instant.optional(),
  score: z.number().int().min(0).max(100).optional(),
  /** Only the journeys that the commons offers. */
  journeys: z.partialRecord(z.enum(GEN3_JOURNEYS), status),
  release: z.string().optional(),
  /** The release is older than the newest in the fleet. */
  behind: z.boolean(),
  tier: z.string(),
  owner: z.string(),
  source: z.string().optional(),
  relationship: z.enum(['managed', 'associated']),
  meshRole: z.enum(['hub', 'node']).optional(),
  probing: z.enum(['on', 'off']),
  checkedAt: instant.optional(),
  stale: z.boolean(),
});

/** One commons in the fleet. @public */
export type FleetRow = z.infer<typeof fleetRowSchema>;

/** Answer of `GET /fleet`. @public */
export const fleetPageSchema = z.object({
  items: z.array(fleetRowSchema),
  /** Commons that match the filters, over all pages. */
  totalItems: z.number().int().nonnegative(),
  nextCursor: z.string().optional(),
  asOf: instant,
});

/** Answer of `GET /fleet`. @public */
export type FleetPage = z.infer<typeof fleetPageSchema>;

const counts = z.array(
  z.object({ value: z.string(), count: z.number().int().nonnegative() }),
);

/** Answer of `GET /fleet/summary`; every list is sorted by count, then by value. @public */
export const fleetSummarySchema = z.object({
  total: z.number().int().nonnegative(),
  byStatus: z.record(status, z.number().int().nonnegative()),
  byRelease: counts,
  bySource: counts,
  byTier: counts,
  byOwner: counts,
  byMesh: counts,
  byCause: counts,
  /** Newest result of any commons. */
  checkedAt: instant.optional(),
  asOf: instant,
});

/** Answer of `GET /fleet/summary`. @public */
export type FleetSummary = z.infer<typeof fleetSummarySchema>;

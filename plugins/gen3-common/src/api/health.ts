import { z } from 'zod';
import { HEALTH_LAYERS } from '../health/layers';
import { CAUSES } from '../health/causes';
import { HEALTH_STATUSES, OUTCOMES } from '../health/types';
import { GEN3_JOURNEYS } from '../services/types';

/** ISO 8601 UTC, e.g. `2026-11-22T10:12:08.000Z`. */
export const instant = z.iso.datetime();

const evidenceSchema = z.object({
  url: z.string().optional(),
  httpStatus: z.number().int().optional(),
  excerpt: z.string().optional(),
  error: z.string().optional(),
  details: z.record(z.string(), z.string()).optional(),
});

/** A check's result as it crosses a boundary: REST and the database. @public */
export const checkResultSchema = z.object({
  checkId: z.string(),
  service: z.string().optional(),
  outcome: z.enum(OUTCOMES),
  cause: z.enum(CAUSES),
  furtherCauses: z.array(z.enum(CAUSES)).optional(),
  reason: z.string(),
  evidence: evidenceSchema,
  latencyMs: z.number().nonnegative().optional(),
  checkedAt: instant,
});

/** A check's state as it is stored. @public */
export const checkStateSchema = z.object({
  checkId: z.string(),
  service: z.string().optional(),
  outcome: z.enum(OUTCOMES),
  since: instant,
  cause: z.enum(CAUSES),
  reason: z.string(),
  unsteady: z.boolean().optional(),
  consecutiveFailures: z.number().int().nonnegative(),
  consecutiveSuccesses: z.number().int().nonnegative(),
  consecutiveUnknowns: z.number().int().nonnegative(),
  recent: z.array(z.enum(OUTCOMES)),
  last: checkResultSchema,
});

const scoreSchema = z.object({
  value: z.number().int().min(0).max(100),
  reasons: z.array(z.object({ points: z.number(), text: z.string() })),
});

const serviceLayerSchema = z.object({
  layer: z.enum(HEALTH_LAYERS),
  status: z.enum(HEALTH_STATUSES),
  cause: z.enum(CAUSES),
  reason: z.string(),
  since: instant.optional(),
  lastResult: checkResultSchema,
});

const serviceHealthSchema = z.object({
  name: z.string(),
  title: z.string(),
  critical: z.boolean(),
  status: z.enum(HEALTH_STATUSES),
  cause: z.enum(CAUSES),
  reason: z.string(),
  since: instant.optional(),
  lastResult: checkResultSchema.optional(),
  layers: z.array(serviceLayerSchema),
  journeys: z.array(z.enum(GEN3_JOURNEYS)),
  imageTag: z.string().optional(),
  /** Its Component, when the catalog has one that the caller may see; a page links to no other. */
  entityRef: z.string().optional(),
});

const journeyHealthSchema = z.object({
  id: z.enum(GEN3_JOURNEYS),
  title: z.string(),
  status: z.enum(HEALTH_STATUSES),
  reason: z.string(),
  since: instant.optional(),
  because: z.array(z.string()),
});

const layerSchema = z.object({
  id: z.enum(['outside', 'inside', 'git']),
  /**
   * `missing`: not connected, `hint` says how to connect it; `failing`: connected and not readable, `hint` says why. A
   * `connected` one with a hint tells only a part.
   */
  state: z.enum(['connected', 'off', 'missing', 'failing']),
  /** When it last told something. */
  at: instant.optional(),
  /** Of a failing one: since when it tells nothing. */
  since: instant.optional(),
  /** Where it looks: `cluster east-1, namespace heart`. */
  where: z.string().optional(),
  hint: z.string().optional(),
});

const certificateSchema = z.object({
  status: z.enum(HEALTH_STATUSES),
  reason: z.string(),
  validTo: instant.optional(),
  daysLeft: z.number().int().optional(),
  issuer: z.string().optional(),
});

const transitionSchema = z.object({
  at: instant,
  /** `commons`, `service:<name>`, `journey:<id>` or `check:<checkId>`. */
  subject: z.string(),
  from: z.enum(HEALTH_STATUSES).optional(),
  to: z.enum(HEALTH_STATUSES),
  cause: z.enum(CAUSES),
  reason: z.string(),
});

/** The newest result of a check, and what the check settled on: one answer alone changes neither. */
const wholeCheckSchema = checkResultSchema.extend({
  /** After hysteresis and as of now; the same that the status and the score of the commons come from. */
  status: z.enum(HEALTH_STATUSES),
  /** Why, as a clause that follows a subject: `is as expected`, `was last asked 14 min ago`. */
  statusReason: z.string(),
});

/** Answer of `GET /commons/:namespace/:name/health`. @public */
export const commonsHealthResponseSchema = z.object({
  entityRef: z.string(),
  hostname: z.string(),
  title: z.string(),
  probing: z.enum(['on', 'off']),
  /** Time between two rounds. */
  intervalMs: z.number().int(),
  asOf: instant,
  health: z.object({
    status: z.enum(HEALTH_STATUSES),
    headline: z.string(),
    cause: z.enum(CAUSES),
    affected: z.string(),
    advice: z.string(),
    since: instant.optional(),
    score: scoreSchema.optional(),
    journeys: z.array(journeyHealthSchema),
    services: z.array(serviceHealthSchema),
    checkedAt: instant.optional(),
    stale: z.boolean(),
  }),
  certificate: certificateSchema.optional(),
  /** Checks that are not about one service: `tls`, `issuer`, `maintenance`. */
  checks: z.array(wholeCheckSchema),
  layers: z.array(layerSchema),
  /** A round of this commons is under way. */
  refreshing: z.boolean(),
  nextCheckAt: instant.optional(),
  /** Why the last round could not be carried out at all; absent after a round that was. */
  lastError: z.object({ at: instant, message: z.string() }).optional(),
  /** Newest first, at most 20. */
  transitions: z.array(transitionSchema),
});

/** Answer of `GET /commons/:namespace/:name/health`. @public */
export type CommonsHealthResponse = z.infer<typeof commonsHealthResponseSchema>;

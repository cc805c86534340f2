import {
  CAUSES,
  compareReleases,
  classifyTag,
  describeDuration,
  type FleetRow,
  GEN3_JOURNEYS,
  HEALTH_STATUSES,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import {
  jsonText,
  nullableMillis,
  toOptionalInstant,
} from '../database/columns';
import { insideCausesJson, insideCausesOf } from './insideCauses';
import { whyNotAsked } from './whyNotAsked';

const status = z.enum(HEALTH_STATUSES);

const viewRow = z.object({
  entity_ref: z.string(),
  namespace: z.string(),
  name: z.string(),
  hostname: z.string(),
  title: z.string(),
  tier: z.string(),
  owner: z.string(),
  source: z.string().nullable(),
  release: z.string().nullable(),
  relationship: z.enum(['managed', 'associated']),
  mesh_role: z.enum(['hub', 'node']).nullable(),
  probing: z.enum(['on', 'off']),
  status,
  cause: z.enum(CAUSES),
  reason: z.string(),
  inside_status: status.nullable(),
  inside_cause: z.enum(CAUSES).nullable(),
  inside_causes_json: insideCausesJson,
  since: nullableMillis,
  score: z.number().int().nullable(),
  journeys_json: jsonText(z.partialRecord(z.enum(GEN3_JOURNEYS), status)),
  checked_at: nullableMillis,
});

type ViewRow = z.infer<typeof viewRow>;

/** Makes one row of the fleet view what REST answers. */
export function toFleetRow(
  raw: unknown,
  context: { now: number; newestRelease: string | undefined },
): FleetRow {
  const row = viewRow.parse(raw);
  const release = row.release ?? undefined;
  return {
    entityRef: row.entity_ref,
    namespace: row.namespace,
    name: row.name,
    hostname: row.hostname,
    title: row.title,
    status: row.status,
    reason: reasonOf(row, context.now),
    cause: row.cause,
    inside:
      row.inside_status === null
        ? undefined
        : {
            status: row.inside_status,
            cause: row.inside_cause ?? 'stale',
            causes: insideCausesOf(row) ?? ['stale'],
          },
    since: toOptionalInstant(row.since),
    score: row.score ?? undefined,
    journeys: journeysOf(row),
    release,
    behind: isBehind(release, context.newestRelease),
    tier: row.tier,
    owner: row.owner,
    source: row.source ?? undefined,
    relationship: row.relationship,
    meshRole: row.mesh_role ?? undefined,
    probing: row.probing,
    checkedAt: toOptionalInstant(row.checked_at),
    stale: row.cause === 'stale',
  };
}

/** True when a release is a monthly one, older than the newest. */
function isBehind(
  release: string | undefined,
  newest: string | undefined,
): boolean {
  return (
    release !== undefined &&
    newest !== undefined &&
    classifyTag(release) === 'monthly' &&
    compareReleases(release, newest) < 0
  );
}

function reasonOf(row: ViewRow, now: number): string {
  switch (row.cause) {
    case 'probing-off':
      return whyNotAsked(row.tier);
    case 'never-asked':
      return 'Nothing was asked yet';
    case 'stale': {
      const age = now - (row.checked_at ?? now);
      return age < 0
        ? 'No answer recorded since a clock was set back'
        : `No answer recorded for ${describeDuration(age)}`;
    }
    default:
      return row.reason;
  }
}

/** Journeys as stored; unknown when nobody can vouch for them now. */
function journeysOf(row: ViewRow): FleetRow['journeys'] {
  const isKnown = row.cause !== 'probing-off' && row.cause !== 'stale';
  return isKnown
    ? row.journeys_json
    : Object.fromEntries(
        Object.keys(row.journeys_json).map(id => [id, 'unknown'] as const),
      );
}

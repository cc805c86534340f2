import {
  CAUSES,
  FRONTEND_ROOTS,
  HEALTH_STATUSES,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { z } from 'zod';
import { jsonText, millis, nullableMillis } from '../database/columns';
import { TABLES } from '../database/tables';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import type { CommonsResource } from '../permissions/commonsRules';
import { whereVisible } from '../permissions/whereVisible';

const commonsRow = z.object({
  entity_ref: z.string(),
  hostname: z.string(),
  title: z.string(),
  tier: z.string(),
  owner: z.string(),
  relationship: z.string(),
  source: z.string().nullable(),
  release: z.string().nullable(),
  probing: z.enum(['on', 'off']),
  frontend_root: z.enum(FRONTEND_ROOTS),
  services_json: jsonText(z.array(z.string())),
  kubernetes_cluster: z.string().nullable(),
  kubernetes_namespace: z.string().nullable(),
  declared_cluster: z.string().nullable(),
  status: z.enum(HEALTH_STATUSES),
  cause: z.enum(CAUSES),
  since: nullableMillis,
  next_check_at: millis,
  lease_until: nullableMillis,
  last_error_at: nullableMillis,
  last_error: z.string().nullable(),
});

/** One commons as stored, with what its page needs. */
export type CommonsRow = z.infer<typeof commonsRow>;

const COLUMNS = Object.keys(commonsRow.shape);

/** Reads one commons, if it exists and the caller may see it. */
export async function findCommonsRow(
  knex: Knex,
  entityRef: string,
  access: CommonsAccess,
): Promise<CommonsRow | undefined> {
  const query = knex(TABLES.commons)
    .where({ entity_ref: entityRef })
    .select(COLUMNS);
  const [row] = await whereVisible(query, access);
  return row === undefined ? undefined : commonsRow.parse(row);
}

/**
 * Reads one commons.
 *
 * @throws NotFoundError when there is none, or the caller may not see it.
 */
export async function getCommonsRow(
  knex: Knex,
  entityRef: string,
  access: CommonsAccess,
): Promise<CommonsRow> {
  const row = await findCommonsRow(knex, entityRef, access);
  if (!row) {
    throw new NotFoundError(
      `No commons "${entityRef}" in the fleet; it appears within half a minute after its entity is in the catalog with spec.type "gen3-commons"`,
    );
  }
  return row;
}

/** Reads what permission rules need of some commons; `undefined` for those that do not exist. */
export async function listCommonsResources(
  knex: Knex,
  entityRefs: string[],
): Promise<(CommonsResource | undefined)[]> {
  const rows = z
    .array(commonsRow)
    .parse(
      await knex(TABLES.commons)
        .whereIn('entity_ref', entityRefs)
        .select(COLUMNS),
    );
  const resources = new Map(
    rows.map(row => [
      row.entity_ref,
      {
        entityRef: row.entity_ref,
        owner: row.owner,
        tier: row.tier,
        relationship: row.relationship,
      },
    ]),
  );
  return entityRefs.map(ref => resources.get(ref));
}

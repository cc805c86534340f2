import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from '../database/tables';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { whereVisible } from '../permissions/whereVisible';

/** Commons of a cluster that are named; the others are counted. */
const NAMED = 5;

const countRow = z.object({ count: z.coerce.number().int() });
const clusterRows = z.array(z.object({ kubernetes_cluster: z.string() }));
const placedRows = z.array(
  z.object({
    namespace: z.string(),
    name: z.string(),
    hostname: z.string(),
    kubernetes_namespace: z.string(),
  }),
);

/** Commons that are placed in one cluster. */
export interface PlacedCommons {
  count: number;
  /** The first by hostname, with the namespace of the cluster that they run in. */
  first: z.infer<typeof placedRows>;
}

/** Names of clusters with a commons that the caller may see, in order; one more than `limit` when there are more. */
export async function listClusterNames(options: {
  knex: Knex;
  access: CommonsAccess;
  limit: number;
  /** The last name of the page before. */
  after?: string;
}): Promise<string[]> {
  const { knex, access, limit, after } = options;
  const query = queryPlaced(knex, access)
    .distinct('kubernetes_cluster')
    .orderBy('kubernetes_cluster')
    .limit(limit + 1);
  const rows = clusterRows.parse(
    await (after === undefined
      ? query
      : query.where('kubernetes_cluster', '>', after)),
  );
  return rows.map(row => row.kubernetes_cluster);
}

/** How many clusters have a commons that the caller may see. */
export async function countClusters(
  knex: Knex,
  access: CommonsAccess,
): Promise<number> {
  const row = await queryPlaced(knex, access)
    .countDistinct({ count: 'kubernetes_cluster' })
    .first();
  return countRow.parse(row).count;
}

/** Commons of a cluster that the caller may see. */
export async function findCommonsOn(options: {
  knex: Knex;
  access: CommonsAccess;
  cluster: string;
}): Promise<PlacedCommons> {
  const { knex, access, cluster } = options;
  const query = () =>
    queryPlaced(knex, access).where('kubernetes_cluster', cluster);
  const [total, rows] = await Promise.all([
    query().count({ count: '*' }).first(),
    query()
      .select('namespace', 'name', 'hostname', 'kubernetes_namespace')
      .orderBy(['hostname', 'entity_ref'])
      .limit(NAMED),
  ]);
  return { count: countRow.parse(total).count, first: placedRows.parse(rows) };
}

/** Commons that a cluster is known of, as `placementOf` says it of one. */
function queryPlaced(knex: Knex, access: CommonsAccess): Knex.QueryBuilder {
  return whereVisible(knex(TABLES.commons), access)
    .whereNotNull('kubernetes_cluster')
    .whereNotNull('kubernetes_namespace');
}

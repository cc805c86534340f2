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
    kubernetes_namespace: z.string().nullable(),
  }),
);

/** Commons that are placed in one cluster. */
export interface PlacedCommons {
  count: number;
  /** The first by hostname, with the namespace of the cluster that they run in, where it is known. */
  first: z.infer<typeof placedRows>;
}

/** Names of clusters with a commons that the caller may see, in no order. */
export async function listClusterNames(
  knex: Knex,
  access: CommonsAccess,
): Promise<string[]> {
  const rows = await queryPlaced(knex, access).distinct('kubernetes_cluster');
  return clusterRows.parse(rows).map(row => row.kubernetes_cluster);
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

function queryPlaced(knex: Knex, access: CommonsAccess): Knex.QueryBuilder {
  return whereVisible(knex(TABLES.commons), access).whereNotNull(
    'kubernetes_cluster',
  );
}

import { clusterEntityName } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from '../../database/tables';
import type { CommonsAccess } from '../../permissions/CommonsAccess';
import { whereVisible } from '../../permissions/whereVisible';
import { type Asking, askFact, known, unknown } from './askFact';
import type { Fact, Neighbours } from './types';

const rowsSchema = z.array(z.object({ hostname: z.string() }));
const countSchema = z.object({ count: z.coerce.number().int() });

/** What {@link readNeighbours} is asked. */
export interface NeighboursQuestion {
  knex: Knex;
  /** Which commons are named; of the others only the number is told. */
  access: CommonsAccess;
  /** Name of the cluster in Backstage's kubernetes config. */
  cluster: string;
  namespace: string;
  /** Of the commons that moves in; it is not its own neighbour. */
  hostname: string | undefined;
  asking: Asking;
}

/** Which other commons are in a namespace of a cluster. Not known when none is found and a commons of the cluster is in nobody knows which. */
export function readNeighbours(
  question: NeighboursQuestion,
): Promise<Fact<Neighbours>> {
  const { knex, access, cluster, namespace, asking } = question;
  const hostname = question.hostname ?? '';
  const others = () => knex(TABLES.commons).whereNot('hostname', hostname);
  const inNamespace = () =>
    others().where({
      kubernetes_cluster: cluster,
      kubernetes_namespace: namespace,
    });
  return askFact({
    whom: "The portal's database",
    asking,
    ask: async () => {
      const [total, rows, lost] = await Promise.all([
        inNamespace().countDistinct({ count: 'hostname' }).first(),
        whereVisible(inNamespace(), access)
          .distinct('hostname')
          .orderBy('hostname'),
        others()
          .whereNull('kubernetes_namespace')
          .where(query =>
            query
              .where('kubernetes_cluster', cluster)
              .orWhere('declared_cluster', clusterEntityName(cluster)),
          )
          .countDistinct({ count: 'hostname' })
          .first(),
      ]);
      const { count } = countSchema.parse(total);
      const placeless = countSchema.parse(lost).count;
      if (count === 0 && placeless > 0) {
        return unknown(
          `The portal does not know in which namespaces of "${cluster}" ${describe(
            placeless,
          )}`,
        );
      }
      const hostnames = rowsSchema.parse(rows).map(row => row.hostname);
      return known({ hostnames, hidden: count - hostnames.length });
    },
  });
}

function describe(count: number): string {
  return count === 1 ? 'a commons runs' : `${count} commons run`;
}

import { clusterEntityName } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ClusterNames,
  ClusterVersions,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import { listClusterNames } from '../../clusters/clusterPlaces';
import { mergeClusterNames } from '../../clusters/mergeClusterNames';
import { TABLES } from '../../database/tables';
import type { CommonsAccess } from '../../permissions/CommonsAccess';
import { type Asking, askFact, known, unknown } from './askFact';
import { readReachability } from './readReachability';
import type { ClusterFact, Fact } from './types';

/** What {@link readCluster} is asked. */
export interface ClusterQuestion {
  knex: Knex;
  /** Which commons' clusters the caller may know of. */
  access: CommonsAccess;
  /** Which clusters Backstage's kubernetes plugin knows. Never rejects. */
  discoverNames: (options: { signal: AbortSignal }) => Promise<ClusterNames>;
  clusters: ClusterVersions;
  /** Its name in Backstage's kubernetes config. */
  name: string;
  asking: Asking;
}

/** What the portal knows of a cluster. It is asked at once with all others, so that what is slow costs its time only once. */
export async function readCluster(
  question: ClusterQuestion,
): Promise<Fact<ClusterFact>> {
  const { name, clusters, discoverNames, asking } = question;
  const [connected, fleet, version] = await Promise.all([
    askFact<string[]>({
      whom: "Backstage's kubernetes plugin",
      asking,
      ask: async signal => namesOf(await discoverNames({ signal })),
    }),
    readFleetClusters(question),
    readReachability({ clusters, name, asking }),
  ]);
  if (!fleet.known) return fleet;
  const { visible, taken, isUsed } = fleet.value;
  const configured = connected.known ? connected.value : [];
  const isConnected = connected.known
    ? known(configured.includes(name))
    : connected;
  return known({
    name,
    isConnected,
    isUsed,
    others: mergeClusterNames({ visible, taken, configured }),
    ...(configured.includes(name) ? { reachable: version } : {}),
  });
}

function namesOf(found: ClusterNames): Fact<string[]> {
  return found.state === 'read' ? known(found.names) : unknown(found.detail);
}

function readFleetClusters({ knex, access, name, asking }: ClusterQuestion) {
  return askFact<{ visible: string[]; taken: string[]; isUsed: boolean }>({
    whom: "The portal's database",
    asking,
    ask: async () => {
      const [visible, taken, declared] = await Promise.all([
        listClusterNames(knex, access),
        listClusterNames(knex, undefined),
        // Of clusters that Backstage does not know only the name of the entity is kept.
        knex(TABLES.commons)
          .where('declared_cluster', clusterEntityName(name))
          .first('entity_ref'),
      ]);
      const isUsed = taken.includes(name) || declared !== undefined;
      return known({ visible, taken, isUsed });
    },
  });
}

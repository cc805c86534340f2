import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  clusterEntityName,
  type ClusterRow,
  type ClustersPage,
  type ClustersQuery,
  isKubernetesCluster,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { Caller } from '../authorize';
import { type Clock, startDeadline, systemClock } from '../clock';
import { toInstant } from '../database/columns';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { askCluster } from './askCluster';
import { decodeClusterCursor, encodeClusterCursor } from './clusterCursor';
import {
  countClusters,
  findCommonsOn,
  listClusterNames,
} from './clusterPlaces';
import { describeCluster } from './describeCluster';

/** Clusters of a page that are asked at once. */
const AT_ONCE = 4;

/** Milliseconds for the clusters of a page. Longer than the client waits for one list, so that one that hangs is told from one that nobody came to ask. */
const PAGE_WITHIN_MS = 15_000;

/** What reading clusters needs. */
export interface ClusterServiceOptions {
  knex: Knex;
  catalog: CatalogService;
  clusters: ClusterClient;
  logger: LoggerService;
  /** @defaultValue the machine's */
  clock?: Clock;
}

/** Answers which clusters the fleet runs in and what the portal can read of them, as they say now. */
export class ClusterService {
  readonly #options: ClusterServiceOptions;
  readonly #clock: Clock;

  static create(options: ClusterServiceOptions): ClusterService {
    return new ClusterService(options);
  }

  private constructor(options: ClusterServiceOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /**
   * One page of the clusters that a commons which the caller may see is placed in, by name.
   *
   * @throws InputError when the cursor is not one of this list.
   */
  async page(
    query: ClustersQuery,
    caller: Caller,
    options: { signal: AbortSignal },
  ): Promise<ClustersPage> {
    const { knex } = this.#options;
    const { limit, cursor } = query;
    const { access } = caller;
    const after =
      cursor === undefined ? undefined : decodeClusterCursor(cursor);
    const [found, totalItems] = await Promise.all([
      listClusterNames({ knex, access, limit, after }),
      countClusters(knex, access),
    ]);
    const names = found.slice(0, limit);
    const last = names.at(-1);
    return {
      items: await this.#describe(names, caller, options.signal),
      totalItems,
      nextCursor:
        last !== undefined && found.length > limit
          ? encodeClusterCursor(last)
          : undefined,
      asOf: toInstant(this.#clock.now()),
    };
  }

  async #describe(
    names: string[],
    caller: Caller,
    signal: AbortSignal,
  ): Promise<ClusterRow[]> {
    const inTurn = pLimit(AT_ONCE);
    const clock = this.#clock;
    const deadline = startDeadline({ clock, ms: PAGE_WITHIN_MS, signal });
    try {
      const [refs, ...rows] = await Promise.all([
        this.#findEntityRefs(names, caller.credentials),
        ...names.map(name =>
          inTurn(() => this.#ask(name, caller.access, deadline.signal)),
        ),
      ]);
      return rows.flatMap(row =>
        row ? [{ ...row, entityRef: refs.get(row.name) }] : [],
      );
    } finally {
      deadline.clear();
    }
  }

  /** Undefined when the last commons left the cluster just now. */
  async #ask(
    cluster: string,
    access: CommonsAccess,
    signal: AbortSignal,
  ): Promise<ClusterRow | undefined> {
    const { knex, clusters } = this.#options;
    const { count, first } = await findCommonsOn({ knex, access, cluster });
    if (first.length === 0) {
      return undefined;
    }
    const answers = await askCluster({
      clusters,
      place: { cluster, namespace: first[0].kubernetes_namespace },
      signal,
      now: () => this.#clock.now(),
    });
    return {
      name: cluster,
      ...describeCluster(answers),
      commons: {
        count,
        first: first.map(({ namespace, name, hostname }) => ({
          namespace,
          name,
          hostname,
        })),
      },
    };
  }

  /** Links are an extra: a catalog that cannot answer does not hide clusters. */
  async #findEntityRefs(
    clusters: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string>> {
    const { catalog, logger } = this.#options;
    try {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: clusters.map(refOf) },
        { credentials },
      );
      return new Map(
        items.flatMap((entity, index): [string, string][] =>
          entity && isKubernetesCluster(entity)
            ? [[clusters[index], refOf(clusters[index])]]
            : [],
        ),
      );
    } catch (error) {
      logger.info('Links to clusters left out: the catalog did not answer', {
        error: stringifyError(error),
      });
      return new Map();
    }
  }
}

function refOf(cluster: string): string {
  const name = clusterEntityName(cluster);
  return stringifyEntityRef({ kind: 'resource', namespace: 'default', name });
}

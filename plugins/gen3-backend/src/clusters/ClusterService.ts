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
import type {
  ClusterClient,
  ClusterNames,
  ClusterVersions,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { Caller } from '../authorize';
import { type Clock, startDeadline, systemClock } from '../clock';
import { toInstant } from '../database/columns';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { askCluster } from './askCluster';
import { decodeClusterCursor, encodeClusterCursor } from './clusterCursor';
import {
  findCommonsOn,
  listClusterNames,
  type PlacedCommons,
} from './clusterPlaces';
import { describeCluster } from './describeCluster';
import { mergeClusterNames } from './mergeClusterNames';
import { pageOfNames } from './pageOfNames';

/** Clusters of a page that are asked at once. */
const AT_ONCE = 4;

/** Milliseconds for the clusters of a page. Longer than a list takes that has its turn at once, so that a cluster that hangs is told from one that nobody came to ask. */
const PAGE_WITHIN_MS = 15_000;

/** What reading clusters needs. */
export interface ClusterServiceOptions {
  knex: Knex;
  catalog: CatalogService;
  clusters: ClusterClient & ClusterVersions;
  /** Which clusters Backstage's kubernetes plugin knows. Never rejects. */
  discoverNames: (options: { signal: AbortSignal }) => Promise<ClusterNames>;
  logger: LoggerService;
  /** @defaultValue the machine's */
  clock?: Clock;
}

/** Answers which clusters there are, which commons run in them and what the portal can read of them, as they say now. */
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
   * One page of clusters by name: those that a commons which the caller may see is placed in, and those of Backstage's kubernetes
   * plugin without any commons.
   *
   * @throws InputError when the cursor is not one of this list.
   */
  async page(
    query: ClustersQuery,
    caller: Caller,
    options: { signal: AbortSignal },
  ): Promise<ClustersPage> {
    const { limit, cursor } = query;
    const { signal } = options;
    const after =
      cursor === undefined ? undefined : decodeClusterCursor(cursor);
    const names = await this.#listNames(caller.access, signal);
    const { page, next } = pageOfNames(names, { limit, after });
    return {
      items: await this.#describe(page, caller, signal),
      totalItems: names.length,
      nextCursor: next === undefined ? undefined : encodeClusterCursor(next),
      asOf: toInstant(this.#clock.now()),
    };
  }

  async #listNames(
    access: CommonsAccess,
    signal: AbortSignal,
  ): Promise<string[]> {
    const { knex, discoverNames, logger } = this.#options;
    const [visible, taken, configured] = await Promise.all([
      listClusterNames(knex, access),
      listClusterNames(knex, undefined),
      discoverNames({ signal }),
    ]);
    if (configured.state === 'failed') {
      // No warning: without that plugin the portal works from outside.
      logger.debug('Clusters without commons left out', {
        error: configured.detail,
      });
      return visible.sort();
    }
    return mergeClusterNames({ visible, taken, configured: configured.names });
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
      return rows.map(row => ({ ...row, entityRef: refs.get(row.name) }));
    } finally {
      deadline.clear();
    }
  }

  async #ask(
    cluster: string,
    access: CommonsAccess,
    signal: AbortSignal,
  ): Promise<ClusterRow> {
    const { knex, clusters } = this.#options;
    const { count, first } = await findCommonsOn({ knex, access, cluster });
    const namespace = namespaceOf(first);
    const answers = await askCluster({
      clusters,
      place: { cluster, namespace },
      signal,
    });
    return {
      name: cluster,
      namespace,
      ...describeCluster(answers),
      commons: {
        count,
        first: first.map(({ namespace: entityNamespace, name, hostname }) => ({
          namespace: entityNamespace,
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

function namespaceOf(commons: PlacedCommons['first']): string | undefined {
  const [placed] = commons.flatMap(({ kubernetes_namespace: namespace }) =>
    namespace === null ? [] : [namespace],
  );
  return placed;
}

function refOf(cluster: string): string {
  const name = clusterEntityName(cluster);
  return stringifyEntityRef({ kind: 'resource', namespace: 'default', name });
}

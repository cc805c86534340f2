import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  JobsResponse,
  KubernetesPlacement,
  ServiceRegistry,
  WorkloadsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import { toInstant } from '../database/columns';
import { placementOf } from '../database/placementOf';
import { type CommonsRow, findCommonsRow } from '../health/CommonsRow';
import { listServiceEntities } from '../health/listServiceEntities';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { describeJobs } from './describeJobs';
import { describeWorkloads } from './describeWorkloads';
import { listUnreadable } from './listUnreadable';

/** Who asks, and which commons they may see. */
interface Caller {
  credentials: BackstageCredentials;
  access: CommonsAccess;
}

/** What reading the inside needs. */
export interface InsideServiceOptions {
  knex: Knex;
  catalog: CatalogService;
  clusters: ClusterClient;
  registry: ServiceRegistry;
  logger: LoggerService;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
}

/**
 * Answers what is in the namespace of one commons, as its cluster says now. Readings are shared with the checks, so pages cost
 * a cluster little; each list has the deadline of the client.
 */
export class InsideService {
  readonly #options: InsideServiceOptions;
  readonly #now: () => number;

  static create(options: InsideServiceOptions): InsideService {
    return new InsideService(options);
  }

  private constructor(options: InsideServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Deployments and StatefulSets with their pods and events.
   *
   * @throws NotFoundError when there is no such commons, or the caller may not see it.
   */
  async workloads(
    entityRef: string,
    caller: Caller,
    options: { signal: AbortSignal },
  ): Promise<WorkloadsResponse> {
    const { clusters, registry } = this.#options;
    const { row, place } = await this.#find(entityRef, caller);
    if (!place) {
      return { ...this.#head(row), unreadable: [], workloads: [] };
    }
    const [deployments, statefulsets, pods, events, declaredTags] =
      await Promise.all([
        clusters.list('deployments', place, options),
        clusters.list('statefulsets', place, options),
        clusters.list('pods', place, options),
        clusters.list('events', place, options),
        this.#declaredTags(entityRef, caller.credentials),
      ]);
    const readings = { deployments, statefulsets, pods, events };
    return {
      ...this.#head(row),
      place,
      unreadable: listUnreadable(readings),
      workloads: describeWorkloads({
        services: row.services_json,
        registry,
        readings,
        declaredTags,
        now: this.#now(),
      }),
    };
  }

  /**
   * CronJobs and Jobs with their last runs.
   *
   * @throws NotFoundError when there is no such commons, or the caller may not see it.
   */
  async jobs(
    entityRef: string,
    caller: Caller,
    options: { signal: AbortSignal },
  ): Promise<JobsResponse> {
    const { clusters, registry } = this.#options;
    const { row, place } = await this.#find(entityRef, caller);
    if (!place) {
      return { ...this.#head(row), unreadable: [], jobs: [] };
    }
    const [cronjobs, jobs] = await Promise.all([
      clusters.list('cronjobs', place, options),
      clusters.list('jobs', place, options),
    ]);
    const readings = { cronjobs, jobs };
    return {
      ...this.#head(row),
      place,
      unreadable: listUnreadable(readings),
      jobs: describeJobs({
        services: row.services_json,
        registry,
        readings,
        now: this.#now(),
      }),
    };
  }

  async #find(
    entityRef: string,
    { access }: Caller,
  ): Promise<{ row: CommonsRow; place?: KubernetesPlacement }> {
    const row = await findCommonsRow(this.#options.knex, entityRef, access);
    if (!row) {
      throw new NotFoundError(`No commons "${entityRef}" in the fleet`);
    }
    return { row, place: placementOf(row) };
  }

  #head({ entity_ref, hostname }: CommonsRow) {
    return { entityRef: entity_ref, hostname, asOf: toInstant(this.#now()) };
  }

  /** Tags are an extra: a catalog that cannot answer does not hide what runs. */
  async #declaredTags(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Map<string, string>> {
    const { catalog, logger } = this.#options;
    try {
      const entities = await listServiceEntities({
        catalog,
        credentials,
        entityRef,
      });
      return new Map(
        [...entities].flatMap(([service, { imageTag }]) =>
          imageTag ? [[service, imageTag] as const] : [],
        ),
      );
    } catch (error) {
      logger.info('Declared tags left out: the catalog did not answer', {
        entityRef,
        error: stringifyError(error),
      });
      return new Map();
    }
  }
}

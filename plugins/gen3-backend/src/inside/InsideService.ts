import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  DeploymentResponse,
  JobsResponse,
  KubernetesPlacement,
  ServiceRegistry,
  WorkloadsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type ClusterClient,
  itemsOf,
  type KindReading,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import type { Caller } from '../authorize';
import { RestartMemory } from '../checks/inside/RestartMemory';
import { toInstant } from '../database/columns';
import { placementOf } from '../database/placementOf';
import { type CommonsRow, getCommonsRow } from '../health/CommonsRow';
import { findServiceEntities } from '../health/findServiceEntities';
import { describeDeployment } from './describeDeployment';
import { describeJobs } from './describeJobs';
import { describeWorkloads } from './describeWorkloads';
import { listUnreadable } from './listUnreadable';

/** What reading the inside needs. */
export interface InsideServiceOptions {
  knex: Knex;
  catalog: CatalogService;
  clusters: ClusterClient;
  registry: ServiceRegistry;
  logger: LoggerService;
  /** What rounds see of restarts, so that pages say the same. @defaultValue only what readers see */
  restarts?: RestartMemory;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
}

/** Of a commons whose cluster nobody knows. */
const NOTHING_DEPLOYED: Pick<DeploymentResponse, 'verdict' | 'applications'> = {
  verdict: {
    outcome: 'unknown',
    cause: 'not-visible',
    reason: 'cannot be seen: no cluster is connected to this commons',
  },
  applications: [],
};

/**
 * Answers what is in the namespace of one commons, as its cluster says now. Who looks within a few seconds shares a reading, so pages cost
 * a cluster little; each list has the deadline of the client.
 */
export class InsideService {
  readonly #options: InsideServiceOptions;
  readonly #restarts: RestartMemory;
  readonly #now: () => number;

  static create(options: InsideServiceOptions): InsideService {
    return new InsideService(options);
  }

  private constructor(options: InsideServiceOptions) {
    this.#options = options;
    this.#restarts = options.restarts ?? RestartMemory.create();
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
    const { catalog, clusters, registry, logger } = this.#options;
    const { row, place } = await this.#find(entityRef, caller);
    if (!place) {
      return { ...this.#head(row), unreadable: [], workloads: [] };
    }
    const [
      deployments,
      statefulsets,
      pods,
      horizontalpodautoscalers,
      events,
      entities,
    ] = await Promise.all([
      clusters.list('deployments', place, options),
      clusters.list('statefulsets', place, options),
      clusters.list('pods', place, options),
      clusters.list('horizontalpodautoscalers', place, options),
      clusters.list('events', place, options),
      findServiceEntities({
        catalog,
        credentials: caller.credentials,
        entityRef,
        logger,
      }),
    ]);
    const readings = {
      deployments,
      statefulsets,
      pods,
      horizontalpodautoscalers,
      events,
    };
    const now = this.#now();
    return {
      ...this.#head(row),
      place,
      unreadable: listUnreadable(readings),
      workloads: describeWorkloads({
        services: row.services_json,
        registry,
        place,
        readings,
        entities,
        recentRestarts: this.#restarts.see(itemsOf(pods), place, now),
        now,
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

  /**
   * Applications of Argo CD that deploy the commons.
   *
   * @throws NotFoundError when there is no such commons, or the caller may not see it.
   */
  async deployment(
    entityRef: string,
    caller: Caller,
    options: { signal: AbortSignal },
  ): Promise<DeploymentResponse> {
    const { row, place } = await this.#find(entityRef, caller);
    if (!place) {
      return { ...this.#head(row), unreadable: [], ...NOTHING_DEPLOYED };
    }
    const { cluster } = place;
    // Of the whole cluster, as the check asks: both share one reading.
    const applications = await this.#options.clusters.list(
      'applications',
      { cluster },
      options,
    );
    return {
      ...this.#head(row),
      place,
      // A cluster without Argo CD has nothing that could not be read.
      unreadable: isServed(applications)
        ? listUnreadable({ applications })
        : [],
      ...describeDeployment(applications, place, this.#now()),
    };
  }

  async #find(
    entityRef: string,
    { access }: Caller,
  ): Promise<{ row: CommonsRow; place?: KubernetesPlacement }> {
    const row = await getCommonsRow(this.#options.knex, entityRef, access);
    return { row, place: placementOf(row) };
  }

  #head({ entity_ref, hostname }: CommonsRow) {
    return { entityRef: entity_ref, hostname, asOf: toInstant(this.#now()) };
  }
}

function isServed(reading: KindReading<unknown>): boolean {
  return reading.state === 'read' || reading.failure !== 'not-served';
}

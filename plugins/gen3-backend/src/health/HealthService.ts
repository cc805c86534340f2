import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type CheckState,
  type CommonsHealth,
  type CommonsHealthResponse,
  rollUpCommons,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { toInstant, toOptionalInstant } from '../database/columns';
import { placementOf } from '../database/placementOf';
import { listCheckStates } from '../history/checkStates';
import { listTransitions } from '../history/transitions';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { type CommonsRow, getCommonsRow } from './CommonsRow';
import { describeCertificate } from './describeCertificate';
import { describeChecks } from './describeChecks';
import { describeLayers } from './describeLayers';
import { findServiceEntities } from './findServiceEntities';

/** Transitions in one answer. */
const MAX_TRANSITIONS = 20;

/** What reading health needs. */
export interface HealthServiceOptions {
  knex: Knex;
  catalog: CatalogService;
  registry: ServiceRegistry;
  intervalMs: number;
  logger: LoggerService;
  now?: () => number;
}

/** Answers how one commons is, from stored results, as of now. */
export class HealthService {
  readonly #options: HealthServiceOptions;
  readonly #now: () => number;

  static create(options: HealthServiceOptions): HealthService {
    return new HealthService(options);
  }

  private constructor(options: HealthServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Health of one commons.
   *
   * @throws NotFoundError when there is none, or the caller may not see it.
   */
  async get(
    entityRef: string,
    caller: { credentials: BackstageCredentials; access: CommonsAccess },
  ): Promise<CommonsHealthResponse> {
    const { knex, catalog, intervalMs, logger } = this.#options;
    const now = this.#now();
    const row = await getCommonsRow(knex, entityRef, caller.access);
    const [states, transitions, entities] = await Promise.all([
      listCheckStates(knex, entityRef),
      listTransitions(knex, entityRef, MAX_TRANSITIONS),
      findServiceEntities({
        catalog,
        credentials: caller.credentials,
        entityRef,
        logger,
      }),
    ]);
    const health = this.#rollUp(row, states, now);
    const time = { now: new Date(now), intervalMs };
    return {
      entityRef,
      hostname: row.hostname,
      title: row.title,
      probing: row.probing,
      intervalMs,
      asOf: toInstant(now),
      health: {
        ...health,
        since: sinceOf(row, health),
        services: health.services.map(service => ({
          ...service,
          ...entities.get(service.name),
        })),
      },
      certificate: describeCertificate(states, time),
      checks: describeChecks(states, time),
      layers: describeLayers({
        probing: row.probing,
        source: row.source ?? undefined,
        kubernetes: placementOf(row),
        cluster: row.kubernetes_cluster ?? undefined,
        declaredCluster: row.declared_cluster ?? undefined,
        states,
        time,
      }),
      refreshing: row.lease_until !== null && row.lease_until > now,
      nextCheckAt:
        row.probing === 'on' ? toInstant(row.next_check_at) : undefined,
      lastError:
        row.last_error !== null && row.last_error_at !== null
          ? { at: toInstant(row.last_error_at), message: row.last_error }
          : undefined,
      transitions,
    };
  }

  #rollUp(row: CommonsRow, checks: CheckState[], now: number): CommonsHealth {
    return rollUpCommons({
      hostname: row.hostname,
      probing: row.probing,
      services: row.services_json,
      frontendRoot: row.frontend_root,
      checks,
      registry: this.#options.registry,
      now: new Date(now),
      intervalMs: this.#options.intervalMs,
    });
  }
}

/** The stored beginning, as the fleet shows it, as long as the status is the stored one. */
function sinceOf(row: CommonsRow, health: CommonsHealth): string | undefined {
  return health.status === row.status && !health.stale
    ? toOptionalInstant(row.since) ?? health.since
    : health.since;
}

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ClusterClient,
  Gen3HttpClient,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import { createChecks } from '../checks/createChecks';
import type { RestartMemory } from '../checks/inside/RestartMemory';
import type { CommonsClient } from '../checks/Round';
import { systemClock } from '../clock';
import { findTightLimits } from '../config/findTightLimits';
import type { HealthConfig } from '../config/readHealthConfig';
import { BusyMeter } from './BusyMeter';
import type { ChangeAnnouncer } from './ChangeAnnouncer';
import { Collector } from './Collector';
import { DatabaseRoundStore } from './DatabaseRoundStore';
import { IsolationMeter } from './IsolationMeter';
import { RoundRunner } from './RoundRunner';

/** Wires a collector to the database, the commons and the signals of this replica; says when its limits do not fit together. */
export function createCollector(options: {
  client: CommonsClient & Pick<Gen3HttpClient, 'limits'>;
  clusters: ClusterClient;
  knex: Knex;
  registry: ServiceRegistry;
  healthConfig: HealthConfig;
  restarts?: RestartMemory;
  announcer: ChangeAnnouncer;
  logger: LoggerService;
}): Collector {
  const { client, knex, healthConfig: config, logger, announcer } = options;
  const tight = findTightLimits({ ...client.limits, ...config });
  if (tight) {
    logger.warn(
      'Checks may have no turn and be unknown while other commons hang: raise gen3.http.maxConcurrent to what is needed, or lower gen3.health.maxConcurrentCommons',
      tight,
    );
  }
  const store = DatabaseRoundStore.create({ knex });
  const meter = BusyMeter.create({
    clock: systemClock,
    tolerableLagMs: config.checkTimeoutMs / 4,
  });
  const shared = {
    store,
    meter,
    config,
    logger,
    clock: systemClock,
  };
  return Collector.create({
    ...shared,
    announcer,
    runner: RoundRunner.create({
      ...shared,
      checks: createChecks({
        client,
        clusters: options.clusters,
        registry: options.registry,
        restarts: options.restarts,
        logger,
        certificateWarningDays: config.certificateWarningDays,
        timeoutMs: config.checkTimeoutMs,
      }),
      registry: options.registry,
      changes: announcer,
      isolation: IsolationMeter.create({
        logger,
        intervalMs: config.intervalMs,
      }),
    }),
    leaseOwner: `${hostname()}-${randomUUID()}`,
  });
}

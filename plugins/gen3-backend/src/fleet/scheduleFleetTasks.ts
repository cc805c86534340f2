import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { ChangeListener } from '../collector/ChangeListener';
import type { HealthConfig } from '../config/readHealthConfig';
import { pruneTransitions } from '../history/transitions';
import { DatabaseFleetMemberStore } from './FleetMemberStore';
import { FleetSync } from './FleetSync';

const MS_PER_DAY = 86_400_000;

/** Schedules what happens once for all replicas: following the catalog, and forgetting what is too old. */
export async function scheduleFleetTasks(options: {
  scheduler: SchedulerService;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  knex: Knex;
  registry: ServiceRegistry;
  healthConfig: HealthConfig;
  changes: Pick<ChangeListener, 'addChange'>;
}): Promise<void> {
  const { scheduler, logger, knex, healthConfig } = options;
  const store = DatabaseFleetMemberStore.create({ knex });
  const sync = FleetSync.create({ ...options, store });
  await scheduler.scheduleTask({
    id: 'gen3-fleet-sync',
    scope: 'global',
    frequency: { milliseconds: healthConfig.fleetSyncMs },
    timeout: { minutes: 5 },
    fn: signal => sync.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'gen3-transitions-prune',
    scope: 'global',
    frequency: { hours: 24 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 30 },
    async fn(signal) {
      const age = healthConfig.transitionRetentionDays * MS_PER_DAY;
      const deleted = await pruneTransitions(knex, {
        before: Date.now() - age,
        signal,
      });
      if (deleted > 0) {
        logger.info('Old transitions deleted', { deleted });
      }
    },
  });
}

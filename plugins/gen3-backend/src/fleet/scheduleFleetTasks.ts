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
import { pruneSurplusTransitions } from '../history/pruneSurplusTransitions';
import { pruneTransitions } from '../history/transitions';
import { DatabaseFleetMemberStore } from './FleetMemberStore';
import { FleetSync } from './FleetSync';

const MS_PER_DAY = 86_400_000;

/** Younger transitions are never too many. */
const MIN_AGE_DAYS = 7;

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
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
}): Promise<void> {
  const { scheduler, logger, knex, healthConfig, now = Date.now } = options;
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
      const daysAgo = (days: number) => now() - days * MS_PER_DAY;
      const old = await pruneTransitions(knex, {
        before: daysAgo(healthConfig.transitionRetentionDays),
        signal,
      });
      const surplus = await pruneSurplusTransitions(knex, {
        keep: healthConfig.maxTransitionsPerSubject,
        before: daysAgo(MIN_AGE_DAYS),
        signal,
      });
      if (old + surplus > 0) {
        logger.info('Transitions deleted', { old, surplus });
      }
    },
  });
}

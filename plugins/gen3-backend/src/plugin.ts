import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  gen3ChangeApprovePermission,
  gen3ChangeProposePermission,
  gen3CommonsReadPermission,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  discoverClusterNames,
  Gen3HttpClient,
  readServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { createAuthorize } from './authorize';
import { createChanges } from './createChanges';
import { createChangeTargets } from './createChangeTargets';
import { RestartMemory } from './checks/inside/RestartMemory';
import { ClusterService } from './clusters/ClusterService';
import { createClusterClients } from './clusters/createClusterClients';
import { ChangeAnnouncer } from './collector/ChangeAnnouncer';
import { createCollector } from './collector/createCollector';
import { readChangesConfig } from './config/readChangesConfig';
import { readHealthConfig } from './config/readHealthConfig';
import { openDatabase } from './database/openDatabase';
import { FleetService } from './fleet/FleetService';
import { scheduleFleetTasks } from './fleet/scheduleFleetTasks';
import { listCommonsResources } from './health/CommonsRow';
import { HealthService } from './health/HealthService';
import { RefreshService } from './health/RefreshService';
import { InsideService } from './inside/InsideService';
import {
  gen3CommonsResourceRef,
  gen3CommonsRules,
} from './permissions/commonsRules';
import { createRouter } from './router';

/**
 * The `gen3` plugin: knows the fleet, asks every commons, serves REST.
 *
 * @public
 */
export const gen3Plugin = createBackendPlugin({
  pluginId: 'gen3',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        // Its default asks the notifications plugin, which a portal need not have.
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { catalog, config, logger } = deps;
        const healthConfig = readHealthConfig(config);
        const registry = readServiceRegistry(config);
        const knex = await openDatabase(deps.database);
        const { intervalMs, checkGuardMs } = healthConfig;
        const clusters = createClusterClients(config, {
          ...deps,
          intervalMs,
          checkGuardMs,
        });
        const restarts = RestartMemory.create();

        const rules = Object.values(gen3CommonsRules);
        deps.permissionsRegistry.addResourceType({
          resourceRef: gen3CommonsResourceRef,
          permissions: [gen3CommonsReadPermission],
          rules,
          getResources: refs => listCommonsResources(knex, refs),
        });
        deps.permissionsRegistry.addPermissions([
          gen3ChangeProposePermission,
          gen3ChangeApprovePermission,
        ]);
        const authorize = createAuthorize({
          ...deps,
          transformConditions: createConditionTransformer(rules),
        });
        const client = Gen3HttpClient.fromConfig(config);
        const settings = readChangesConfig(config);
        const targets = createChangeTargets({ ...deps, settings });
        const discoverNames = (options: { signal: AbortSignal }) =>
          discoverClusterNames(deps, options);
        deps.httpRouter.use(
          createRouter({
            authorize,
            auditor: deps.auditor,
            fleet: FleetService.create({ knex, intervalMs }),
            health: HealthService.create({
              knex,
              catalog,
              registry,
              intervalMs,
              logger,
            }),
            refresh: RefreshService.create({ knex }),
            launches: { ...settings, listSources: () => targets.list() },
            registry,
            clusters: ClusterService.create({
              knex,
              catalog,
              clusters: clusters.forPages,
              discoverNames,
              logger,
            }),
            inside: InsideService.create({
              knex,
              catalog,
              clusters: clusters.forPages,
              registry,
              restarts,
              logger,
            }),
          }),
        );
        deps.httpRouter.use(
          await createChanges({
            ...deps,
            authorize,
            client,
            clusters: clusters.forPages,
            discoverNames,
            intervalMs,
            knex,
            registry,
            settings,
            targets,
          }),
        );
        const announcer = ChangeAnnouncer.create({ ...deps, intervalMs });
        await scheduleFleetTasks({
          ...deps,
          knex,
          registry,
          healthConfig,
          changes: announcer,
        });

        const collector = createCollector({
          ...deps,
          client,
          clusters: clusters.forRounds,
          knex,
          registry,
          healthConfig,
          restarts,
          announcer,
        });
        deps.lifecycle.addStartupHook(() => collector.start());
        deps.lifecycle.addShutdownHook(async () => {
          // First the questions end, then the connections that they use.
          await collector.stop();
          await client.close();
        });
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  gen3SourceManagePermission,
  gen3SourceReadPermission,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  HelmRenderer,
  ProxyClusterClient,
  readPendingLaunches,
  readServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { readKubernetesClusterNames } from './config/readKubernetesClusterNames';
import { readSourceConfigs } from './config/readSourceConfigs';
import { Gen3RelationsProcessor } from './entities/Gen3RelationsProcessor';
import { CommitsService } from './history/CommitsService';
import { createCommitsRouter } from './history/createCommitsRouter';
import { createProviders } from './provider/createProviders';
import { createSourcesRouter } from './router/createSourcesRouter';
import { SourcesService } from './router/SourcesService';
import { createSourceReader } from './sources/createSourceReader';
import { DatabaseSourceStore } from './store/DatabaseSourceStore';

/**
 * Finds Gen3 commons in the sources of `catalog.providers.gen3` and registers them in the catalog. Without sources it
 * only adds the relations of hand-written entities and an empty list of sources.
 *
 * @public
 */
export const catalogModuleGen3 = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gen3',
  register({ registerInit }) {
    registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        scheduler: coreServices.scheduler,
        logger: coreServices.logger,
        lifecycle: coreServices.lifecycle,
        httpRouter: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        auditor: coreServices.auditor,
        urlReader: coreServices.urlReader,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        catalogService: catalogServiceRef,
      },
      async init(deps) {
        const { catalog, config, database, scheduler, logger } = deps;
        const { httpRouter, httpAuth, permissions, auditor, urlReader } = deps;
        const registry = readServiceRegistry(config);
        const sources = readSourceConfigs(config, { registry, logger });
        const integrations = ScmIntegrations.fromConfig(config);
        const helm = HelmRenderer.create();
        const clusters = ProxyClusterClient.fromConfig(config, deps);
        const store = await DatabaseSourceStore.create({ database });
        catalog.addProcessor(new Gen3RelationsProcessor());
        catalog.addEntityProvider(
          ...createProviders({
            sources,
            store,
            registry,
            kubernetesClusters: readKubernetesClusterNames(config),
            readerOf: source =>
              createSourceReader({
                config: source,
                registry,
                urlReader,
                integrations,
                helm,
                clusters,
                listLaunches: signal =>
                  readPendingLaunches(deps, { source: source.id, signal }),
                logger,
              }),
            scheduler,
            logger,
          }),
        );
        deps.permissionsRegistry.addPermissions([
          gen3SourceReadPermission,
          gen3SourceManagePermission,
        ]);
        const service = SourcesService.create({ sources, store, scheduler });
        httpRouter.use(
          createSourcesRouter({ service, httpAuth, permissions, auditor }),
        );
        const commits = CommitsService.create({
          sources,
          store,
          catalog: deps.catalogService,
          integrations,
        });
        deps.lifecycle.addShutdownHook(() => commits.close());
        httpRouter.use(createCommitsRouter({ service: commits, httpAuth }));
      },
    });
  },
});

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { gen3ApiRef } from '../api/Gen3Api';
import { Gen3Client } from '../api/Gen3Client';
import {
  changeLinkRouteRef,
  changeRouteRef,
  changesLinkRouteRef,
  changesRouteRef,
  clustersRouteRef,
  fleetRouteRef,
  proposeLinkRouteRef,
  sourcesLinkRouteRef,
  sourcesRouteRef,
} from '../routes';

/** The gen3 plugin for Backstage's legacy frontend system. @public */
export const gen3Plugin = createPlugin({
  id: 'gen3',
  apis: [
    createApiFactory({
      api: gen3ApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => Gen3Client.create(deps),
    }),
  ],
  routes: {
    change: changeRouteRef,
    changes: changesRouteRef,
    clusters: clustersRouteRef,
    fleet: fleetRouteRef,
    sources: sourcesRouteRef,
  },
  externalRoutes: {
    change: changeLinkRouteRef,
    changes: changesLinkRouteRef,
    propose: proposeLinkRouteRef,
    sources: sourcesLinkRouteRef,
  },
});

/** Page of the fleet, for a `Route`. @public */
export const Gen3FleetPage = gen3Plugin.provide(
  createRoutableExtension({
    name: 'Gen3FleetPage',
    component: () => import('../components/FleetPage').then(m => m.FleetPage),
    mountPoint: fleetRouteRef,
  }),
);

/** Page of the clusters, for a `Route`. @public */
export const Gen3ClustersPage = gen3Plugin.provide(
  createRoutableExtension({
    name: 'Gen3ClustersPage',
    component: () =>
      import('../components/ClustersPage').then(m => m.ClustersPage),
    mountPoint: clustersRouteRef,
  }),
);

/** Page of the sources, for a `Route`. @public */
export const Gen3SourcesPage = gen3Plugin.provide(
  createRoutableExtension({
    name: 'Gen3SourcesPage',
    component: () =>
      import('../components/SourcesPage').then(m => m.SourcesPage),
    mountPoint: sourcesRouteRef,
  }),
);

/** Page of the changes and of each change, for a `Route`. @public */
export const Gen3ChangesPage = gen3Plugin.provide(
  createRoutableExtension({
    name: 'Gen3ChangesPage',
    component: () =>
      import('../components/ChangesPage').then(m => m.ChangesPage),
    mountPoint: changesRouteRef,
  }),
);

/** Health of a commons, for its entity page. @public */
export const EntityGen3HealthCard = gen3Plugin.provide(
  createComponentExtension({
    name: 'EntityGen3HealthCard',
    component: {
      lazy: () => import('../components/HealthCard').then(m => m.HealthCard),
    },
  }),
);

/** Services of a commons, for its entity page. @public */
export const EntityGen3ServicesCard = gen3Plugin.provide(
  createComponentExtension({
    name: 'EntityGen3ServicesCard',
    component: {
      lazy: () =>
        import('../components/ServicesCard').then(m => m.ServicesCard),
    },
  }),
);

/** Health of a service, for its entity page. @public */
export const EntityGen3ServiceHealthCard = gen3Plugin.provide(
  createComponentExtension({
    name: 'EntityGen3ServiceHealthCard',
    component: {
      lazy: () =>
        import('../components/ServiceHealthCard').then(
          m => m.ServiceHealthCard,
        ),
    },
  }),
);

/** Workloads of a commons, for a tab of its entity page. @public */
export const EntityGen3WorkloadsContent = gen3Plugin.provide(
  createComponentExtension({
    name: 'EntityGen3WorkloadsContent',
    component: {
      lazy: () =>
        import('../components/WorkloadsTab').then(m => m.WorkloadsTab),
    },
  }),
);

/** Jobs of a commons, for a tab of its entity page. @public */
export const EntityGen3JobsContent = gen3Plugin.provide(
  createComponentExtension({
    name: 'EntityGen3JobsContent',
    component: {
      lazy: () => import('../components/JobsTab').then(m => m.JobsTab),
    },
  }),
);

/** What Argo CD deploys of a commons, and what changed in git, for a tab of its entity page. @public */
export const EntityGen3DeploymentContent = gen3Plugin.provide(
  createComponentExtension({
    name: 'EntityGen3DeploymentContent',
    component: {
      lazy: () =>
        import('../components/DeploymentTab').then(m => m.DeploymentTab),
    },
  }),
);

/** Changes of a commons, for a tab of its entity page. @public */
export const EntityGen3ChangesContent = gen3Plugin.provide(
  createComponentExtension({
    name: 'EntityGen3ChangesContent',
    component: {
      lazy: () => import('../components/ChangesTab').then(m => m.ChangesTab),
    },
  }),
);

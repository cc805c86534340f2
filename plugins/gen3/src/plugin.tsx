import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import Timeline from '@material-ui/icons/Timeline';
import {
  changesPage,
  changesTab,
  clustersPage,
  deploymentTab,
  fleetPage,
  gen3Api,
  healthCard,
  jobsTab,
  serviceHealthCard,
  servicesCard,
  sourcesPage,
  workloadsTab,
} from './extensions';
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
} from './routes';

/** The gen3 plugin for Backstage's new frontend system. @public */
export const gen3Plugin = createFrontendPlugin({
  pluginId: 'gen3',
  title: 'Gen3',
  icon: <Timeline fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  extensions: [
    gen3Api,
    fleetPage,
    clustersPage,
    sourcesPage,
    changesPage,
    healthCard,
    servicesCard,
    serviceHealthCard,
    workloadsTab,
    jobsTab,
    deploymentTab,
    changesTab,
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

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import Timeline from '@material-ui/icons/Timeline';
import {
  fleetPage,
  gen3Api,
  healthCard,
  jobsTab,
  serviceHealthCard,
  servicesCard,
  sourcesPage,
  workloadsTab,
} from './extensions';
import { fleetRouteRef, sourcesLinkRouteRef, sourcesRouteRef } from './routes';

/** The gen3 plugin for Backstage's new frontend system. @public */
export const gen3Plugin = createFrontendPlugin({
  pluginId: 'gen3',
  title: 'Gen3',
  icon: <Timeline fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  extensions: [
    gen3Api,
    fleetPage,
    sourcesPage,
    healthCard,
    servicesCard,
    serviceHealthCard,
    workloadsTab,
    jobsTab,
  ],
  routes: { fleet: fleetRouteRef, sources: sourcesRouteRef },
  externalRoutes: { sources: sourcesLinkRouteRef },
});

import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import Timeline from '@material-ui/icons/Timeline';
import { gen3ApiRef } from './api/Gen3Api';
import { Gen3Client } from './api/Gen3Client';
import { fleetRouteRef, sourcesRouteRef } from './routes';

const gen3Api = ApiBlueprint.make({
  params: define =>
    define({
      api: gen3ApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => Gen3Client.create(deps),
    }),
});

const fleetPage = PageBlueprint.make({
  name: 'fleet',
  params: {
    path: '/fleet',
    routeRef: fleetRouteRef,
    title: 'Fleet',
    icon: <Timeline fontSize="inherit" />,
    noHeader: true,
    loader: () => import('./components/FleetPage').then(m => <m.FleetPage />),
  },
});

/** The gen3 plugin for Backstage's new frontend system. @public */
export const gen3Plugin = createFrontendPlugin({
  pluginId: 'gen3',
  title: 'Gen3',
  icon: <Timeline fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  extensions: [gen3Api, fleetPage],
  routes: { fleet: fleetRouteRef, sources: sourcesRouteRef },
});

import {
  ApiBlueprint,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import CallMerge from '@material-ui/icons/CallMerge';
import RateReview from '@material-ui/icons/RateReview';
import Storage from '@material-ui/icons/Storage';
import Timeline from '@material-ui/icons/Timeline';
import { gen3ApiRef } from './api/Gen3Api';
import { Gen3Client } from './api/Gen3Client';
import { COMMONS_FILTER, SERVICE_FILTER } from './lib/entityPredicates';
import {
  changesRouteRef,
  clustersRouteRef,
  fleetRouteRef,
  sourcesRouteRef,
} from './routes';

export const gen3Api = ApiBlueprint.make({
  params: define =>
    define({
      api: gen3ApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => Gen3Client.create(deps),
    }),
});

export const fleetPage = PageBlueprint.make({
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

export const sourcesPage = PageBlueprint.make({
  name: 'sources',
  params: {
    path: '/sources',
    routeRef: sourcesRouteRef,
    title: 'Sources',
    icon: <CallMerge fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('./components/SourcesPage').then(m => <m.SourcesPage />),
  },
});

export const clustersPage = PageBlueprint.make({
  name: 'clusters',
  params: {
    path: '/clusters',
    routeRef: clustersRouteRef,
    title: 'Clusters',
    icon: <Storage fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('./components/ClustersPage').then(m => <m.ClustersPage />),
  },
});

export const changesPage = PageBlueprint.make({
  name: 'changes',
  params: {
    path: '/changes',
    routeRef: changesRouteRef,
    title: 'Changes',
    icon: <RateReview fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('./components/ChangesPage').then(m => <m.ChangesPage />),
  },
});

export const healthCard = EntityCardBlueprint.make({
  name: 'health',
  params: {
    type: 'content',
    filter: COMMONS_FILTER,
    loader: () => import('./components/HealthCard').then(m => <m.HealthCard />),
  },
});

export const servicesCard = EntityCardBlueprint.make({
  name: 'services',
  params: {
    type: 'content',
    filter: COMMONS_FILTER,
    loader: () =>
      import('./components/ServicesCard').then(m => <m.ServicesCard />),
  },
});

export const serviceHealthCard = EntityCardBlueprint.make({
  name: 'service-health',
  params: {
    type: 'content',
    filter: SERVICE_FILTER,
    loader: () =>
      import('./components/ServiceHealthCard').then(m => (
        <m.ServiceHealthCard />
      )),
  },
});

export const workloadsTab = EntityContentBlueprint.make({
  name: 'workloads',
  params: {
    path: '/workloads',
    title: 'Workloads',
    filter: COMMONS_FILTER,
    loader: () =>
      import('./components/WorkloadsTab').then(m => <m.WorkloadsTab />),
  },
});

export const jobsTab = EntityContentBlueprint.make({
  name: 'jobs',
  params: {
    path: '/jobs',
    title: 'Jobs',
    filter: COMMONS_FILTER,
    loader: () => import('./components/JobsTab').then(m => <m.JobsTab />),
  },
});

export const deploymentTab = EntityContentBlueprint.make({
  name: 'deployment',
  params: {
    path: '/deployment',
    title: 'Deployment',
    filter: COMMONS_FILTER,
    loader: () =>
      import('./components/DeploymentTab').then(m => <m.DeploymentTab />),
  },
});

export const changesTab = EntityContentBlueprint.make({
  name: 'changes',
  params: {
    path: '/changes',
    title: 'Changes',
    filter: COMMONS_FILTER,
    loader: () => import('./components/ChangesTab').then(m => <m.ChangesTab />),
  },
});

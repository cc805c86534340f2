/**
 * The same pages and cards for portals on Backstage's legacy frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityGen3ChangesContent,
  EntityGen3DeploymentContent,
  EntityGen3HealthCard,
  EntityGen3JobsContent,
  EntityGen3ServiceHealthCard,
  EntityGen3ServicesCard,
  EntityGen3WorkloadsContent,
  Gen3ChangesPage,
  Gen3ClustersPage,
  Gen3FleetPage,
  gen3Plugin,
  Gen3SourcesPage,
} from './legacy/plugin';
export {
  isGen3Commons,
  isGen3Service,
} from '@gen3-csoc/backstage-plugin-gen3-common';

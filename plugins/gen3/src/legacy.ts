/**
 * The same pages, cards and fields for portals on Backstage's legacy frontend system.
 *
 * @packageDocumentation
 */
export {
  Gen3CloneOfFieldExtension,
  Gen3ClusterFieldExtension,
  Gen3CommonsFieldExtension,
  Gen3DictionaryFieldExtension,
  Gen3EditReviewFieldExtension,
  Gen3HostnameFieldExtension,
  Gen3ImageTagsFieldExtension,
  Gen3LaunchSummaryFieldExtension,
  Gen3MaintenanceModeFieldExtension,
  Gen3MeshFieldExtension,
  Gen3ReleaseFieldExtension,
  Gen3ReplicasFieldExtension,
  Gen3ReviewFieldExtension,
  Gen3AnswerFieldExtension,
  Gen3SecretNameFieldExtension,
  Gen3ServicesFieldExtension,
  Gen3SourceFieldExtension,
  Gen3UpgradeReleaseFieldExtension,
  Gen3ConfirmHostnameFieldExtension,
  Gen3RetireStepFieldExtension,
  Gen3WavesFieldExtension,
} from './legacy/fields';
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

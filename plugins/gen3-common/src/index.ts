export { adviseOn } from './health/adviseOn';
/**
 * Words, rules, service registry and REST contract of the Gen3 CSOC portal.
 *
 * @packageDocumentation
 */
export { isImageTag } from './releases/isImageTag';
export { tagOfImage } from './releases/tagOfImage';
export {
  checkResultSchema,
  checkStateSchema,
  commonsHealthResponseSchema,
  type CommonsHealthResponse,
} from './api/health';
export {
  FLEET_SORTS,
  fleetPageSchema,
  fleetQuerySchema,
  fleetRowSchema,
  fleetSummarySchema,
  GEN3_FLEET_CHANNEL,
  type FleetPage,
  type FleetQuery,
  type FleetRow,
  type FleetSummary,
} from './api/fleet';
export {
  clusterRowSchema,
  clustersPageSchema,
  clustersQuerySchema,
  REACHABILITIES,
  VERSION_OWNERS,
  type ClusterRow,
  type ClustersPage,
  type ClustersQuery,
} from './api/clusters';
export {
  jobsResponseSchema,
  workloadsResponseSchema,
  type JobsResponse,
  type WorkloadsResponse,
} from './api/inside';
export {
  deploymentResponseSchema,
  type ApplicationRow,
  type DeploymentResponse,
} from './api/deployment';
export {
  commitsQuerySchema,
  commitsResponseSchema,
  type CommitRow,
  type CommitsQuery,
  type CommitsResponse,
} from './api/commits';
export {
  createOpenApiDocument,
  type OpenApiOptions,
  type OpenApiRoute,
} from './api/openApi';
export {
  confirmDropRequestSchema,
  findingSchema,
  sourcesResponseSchema,
  sourceStatusSchema,
  type Finding,
  type SourcesResponse,
  type SourceStatus,
} from './api/sources';
export {
  APPLICATION_ANNOTATIONS,
  GEN3_ANNOTATIONS,
  KUBERNETES_ANNOTATIONS,
} from './commons/annotations';
export {
  GEN3_COMMONS_TYPE,
  GEN3_SERVICE_TYPE,
  KUBERNETES_CLUSTER_TYPE,
} from './commons/entityTypes';
export {
  clusterEntityName,
  commonsEntityName,
  serviceEntityName,
} from './commons/entityNames';
export { LAUNCHING_LIFECYCLE, RETIRED_LIFECYCLE } from './commons/launching';
export {
  lifecycleOfHostname,
  type Gen3Lifecycle,
} from './commons/lifecycleOfHostname';
export { parseHostname, type ParsedHostname } from './commons/parseHostname';
export {
  isGen3Commons,
  isGen3Service,
  isKubernetesCluster,
} from './commons/predicates';
export {
  readCommonsEntity,
  type KubernetesPlacement,
  type Gen3Commons,
} from './commons/readCommonsEntity';
export {
  classifyAnswer,
  type ProbeAnswer,
  type Verdict,
} from './health/classifyAnswer';
export {
  AHEAD_AFTER_INTERVALS,
  isStale,
  STALE_AFTER_INTERVALS,
  type ReadingTime,
} from './health/isStale';
export {
  CAUSES,
  INSIDE_CAUSES,
  OUTSIDE_CAUSES,
  type Cause,
} from './health/causes';
export { lateJobCause, lateJobOf } from './health/lateJob';
export { NO_CONTACT_CAUSES } from './health/noContactCauses';
export { newestAsked } from './health/newestAsked';
export { readCheck, type Reading } from './health/readCheck';
export {
  HEALTH_LAYERS,
  INSIDE_CHECK_PREFIX,
  layerOf,
  type HealthLayer,
} from './health/layers';
export { isMaintenanceRedirect } from './health/isMaintenanceRedirect';
export { rollUpCommons, type RollUpInput } from './health/rollUpCommons';
export { scoreCommons } from './health/scoreCommons';
export { describeDuration } from './health/describeDuration';
export { DEFAULT_HYSTERESIS, settle } from './health/settle';
export { rankOfStatus, worstStatus } from './health/statusOrder';
export {
  HEALTH_STATUSES,
  OUTCOMES,
  type CheckResult,
  type CheckState,
  type CommonsHealth,
  type Evidence,
  type HealthStatus,
  type HysteresisPolicy,
  type JourneyHealth,
  type Outcome,
  type Score,
  type ScoreReason,
  type ServiceHealth,
  type ServiceLayerHealth,
} from './health/types';
export { CHECK_SUBJECTS } from './health/listProblems';
export {
  gen3ChangeApprovePermission,
  gen3ChangeProposePermission,
  gen3CommonsReadPermission,
  gen3Permissions,
  gen3SourceManagePermission,
  gen3SourceReadPermission,
  RESOURCE_TYPE_GEN3_COMMONS,
} from './permissions';
export { classifyTag, type TagClass } from './releases/classifyTag';
export { declaredRelease } from './releases/declaredRelease';
export { compareReleases } from './releases/compareReleases';
export { releaseNotesUrl } from './releases/releaseNotesUrl';
export {
  createServiceRegistry,
  type ServiceRegistry,
} from './services/createServiceRegistry';
export { GATEWAY_SERVICE } from './services/gatewayService';
export { GEN3_SERVICES } from './services/gen3Services';
export { gen3ServiceSchema } from './services/gen3ServiceSchema';
export { probesOf } from './services/probesOf';
export {
  FRONTEND_ROOTS,
  GEN3_BUNDLES,
  GEN3_JOURNEY_TITLES,
  GEN3_JOURNEYS,
  type FrontendRoot,
  type Gen3BodyExpectation,
  type Gen3Bundle,
  type Gen3Job,
  type Gen3JourneyId,
  type Gen3Probe,
  type Gen3Scaling,
  type Gen3Secret,
  type Gen3Service,
} from './services/types';
export { mergeValues } from './values/mergeValues';
export { readGen3Values } from './values/readGen3Values';
export {
  isLeftToHelm,
  readSecrets,
  type ReadSecret,
} from './values/readSecrets';
export { readManifest } from './values/readManifest';
export { readMeshMembers, type MeshMembers } from './values/readMeshMembers';
export { type DeclaredCommons, type DeclaredService } from './values/types';
export {
  acceptedFindingSchema,
  CHANGE_ENDS,
  CHANGE_KINDS,
  CHANGE_STATES,
  CHANGE_STEPS,
  changeActionSchema,
  openedChangeSchema,
  pullRequestSchema,
  changeDetailsSchema,
  changeFileSchema,
  changeRequestSchema,
  changesPageSchema,
  changesQuerySchema,
  changeStepSchema,
  dryRunChangeSchema,
  proposeChangeSchema,
  type AcceptedFinding,
  type Change,
  type ChangeDetails,
  type ChangeFile,
  type ChangeRequest,
  type ChangesPage,
  type ChangesQuery,
  type ChangeStep,
  type DryRunChange,
  type ProposeChange,
} from './api/changes';
export {
  REPOSITORY_HOSTS,
  REVIEW_HOSTS,
  type RepositoryHost,
  type ReviewHost,
} from './api/repositoryHosts';
export {
  editRequestSchema,
  RETIRE_STEPS,
  type EditOf,
  type EditRequest,
  type EditRequestInput,
} from './api/edits';
export { editOptionsSchema, type EditOptions } from './api/editOptions';
export {
  launchSummarySchema,
  preflightFindingSchema,
  preflightRequestSchema,
  preflightResponseSchema,
  type LaunchSummary,
  type PreflightCheckResult,
  type PreflightFinding,
  type PreflightRequest,
  type PreflightResponse,
} from './api/preflight';
export { editsOfForm } from './edits/editsOfForm';
export { placeOfFinding } from './api/placeOfFinding';
export {
  launchOptionsSchema,
  type LaunchOptions,
  type OfferedService,
} from './api/launchOptions';
export { answersOfForm, SERVICE_CHOICE } from './launch/answersOfForm';
export {
  bundlesOf,
  chooseServices,
  type ChosenService,
  type ServiceAnswers,
} from './launch/chooseServices';
export {
  clonedValuesSchema,
  GITOPS_LAYOUTS,
  LAUNCH_BUNDLES,
  LAUNCH_MODES,
  LAUNCH_TIERS,
  launchAnswersSchema,
  TIER_ACCESS_LEVELS,
  type GitopsLayout,
  type LaunchAnswers,
  type LaunchAnswersInput,
  type LaunchField,
  type LaunchTier,
} from './launch/launchAnswers';
export { suggestSecrets } from './launch/suggestSecrets';
export {
  planLaunch,
  type LaunchContext,
  type LaunchPlan,
} from './launch/planLaunch';
export {
  pendingLaunchesQuerySchema,
  pendingLaunchesSchema,
  type PendingLaunch,
} from './api/launches';
export {
  PREVIEW_RISKS,
  previewObjectSchema,
  previewRequestSchema,
  previewResponseSchema,
  previewRiskSchema,
  renderedPreviewSchema,
  type PreviewObject,
  type PreviewRequest,
  type PreviewResponse,
  type PreviewRisk,
  type RenderedPreview,
} from './api/preview';

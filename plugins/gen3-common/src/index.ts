/**
 * Words, rules, service registry and REST contract of the Gen3 CSOC portal.
 *
 * @packageDocumentation
 */
export {
  checkResultSchema,
  commonsHealthResponseSchema,
  type CommonsHealthResponse,
} from './api/health';
export {
  FLEET_SORTS,
  fleetPageSchema,
  fleetQuerySchema,
  fleetRowSchema,
  fleetSummarySchema,
  type FleetPage,
  type FleetQuery,
  type FleetRow,
  type FleetSummary,
} from './api/fleet';
export {
  findingSchema,
  quarantinedMemberSchema,
  sourcesResponseSchema,
  sourceStatusSchema,
  type Finding,
  type SourcesResponse,
  type SourceStatus,
} from './api/sources';
export { GEN3_ANNOTATIONS } from './commons/annotations';
export {
  CAUSES,
  HEALTH_STATUSES,
  OUTCOMES,
  type Cause,
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
} from './health/types';
export {
  gen3CommonsReadPermission,
  gen3Permissions,
  gen3SourceManagePermission,
  gen3SourceReadPermission,
  RESOURCE_TYPE_GEN3_COMMONS,
} from './permissions';
export {
  GEN3_BUNDLES,
  GEN3_JOURNEY_TITLES,
  GEN3_JOURNEYS,
  type Gen3BodyExpectation,
  type Gen3Bundle,
  type Gen3Job,
  type Gen3JourneyId,
  type Gen3Probe,
  type Gen3Service,
} from './services/types';

/**
 * Fleet, commons, service and sources pages of the Gen3 CSOC portal.
 *
 * @packageDocumentation
 */
export {
  gen3ApiRef,
  type CommonsKey,
  type Gen3Api,
  type Gen3RequestOptions,
} from './api/Gen3Api';
export { Gen3Client, type Gen3ClientOptions } from './api/Gen3Client';
export { gen3Plugin as default } from './plugin';
export {
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
export { gen3TranslationRef } from './translation';

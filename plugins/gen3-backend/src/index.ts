/**
 * Fleet, health checks and REST of the Gen3 CSOC portal.
 *
 * @packageDocumentation
 */
export {
  createGen3CommonsConditionalDecision,
  gen3CommonsConditions,
  gen3CommonsResourceRef,
  gen3CommonsRules,
  type CommonsFilter,
  type CommonsResource,
} from './permissions/commonsRules';
export { gen3Plugin as default } from './plugin';

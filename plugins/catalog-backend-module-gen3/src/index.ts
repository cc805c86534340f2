/**
 * Finds Gen3 commons in git repositories and lists and registers them in the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleGen3 as default } from './module';

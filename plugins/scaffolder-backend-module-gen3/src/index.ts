/**
 * Actions that launch Gen3 commons from Backstage templates.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGen3 as default } from './module';

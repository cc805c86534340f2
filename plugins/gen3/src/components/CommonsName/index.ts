export { CommonsName } from './CommonsName';

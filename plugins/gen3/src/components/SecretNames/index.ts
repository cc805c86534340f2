export { SecretNames } from './SecretNames';

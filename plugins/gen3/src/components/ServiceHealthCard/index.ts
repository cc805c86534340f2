export { ServiceHealthCard } from './ServiceHealthCard';

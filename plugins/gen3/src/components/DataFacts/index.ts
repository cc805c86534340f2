export { DataFacts } from './DataFacts';

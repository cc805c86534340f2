export { DenseTable } from './DenseTable';
export { DetailsRow } from './DetailsRow';

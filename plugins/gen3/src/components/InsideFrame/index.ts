export { InsideFrame } from './InsideFrame';
export { DetailsRow } from './DetailsRow';
export { InsideTable } from './InsideTable';

export { DiffTable } from './DiffTable';
export { FileDiffs } from './FileDiffs';

export { FileDiffs } from './FileDiffs';

export { PreviewFiles } from './PreviewFiles';
export { PreviewHead } from './PreviewHead';
export { PreviewObjects } from './PreviewObjects';

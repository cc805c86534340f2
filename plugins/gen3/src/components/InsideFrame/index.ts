export { InsideFrame } from './InsideFrame';
export { Nothing } from './Nothing';

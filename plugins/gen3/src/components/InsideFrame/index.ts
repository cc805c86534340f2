export { InsideFrame } from './InsideFrame';

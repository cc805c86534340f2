export { Expandable } from './Expandable';

export { ProposeButtons } from './ProposeButtons';

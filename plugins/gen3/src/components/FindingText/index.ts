export { FindingText } from './FindingText';

export { ChangeMark } from './ChangeMark';
export { StepMark } from './StepMark';

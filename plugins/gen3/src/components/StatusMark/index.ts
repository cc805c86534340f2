export { StatusIcon } from './StatusIcon';
export { StatusMark, type StatusMarkProps } from './StatusMark';

export { ChangeLink } from './ChangeLink';
export { ChangeList } from './ChangeList';
export { ProposeLink } from './ProposeLink';

export { ChangeList } from './ChangeList';
export { ProposeLink } from './ProposeLink';

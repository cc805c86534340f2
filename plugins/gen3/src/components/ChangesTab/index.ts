export { ChangesTab } from './ChangesTab';

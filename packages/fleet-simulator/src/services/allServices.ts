import { AUTHENTICATION_SERVICES } from './authentication';
import { DATA_MANAGEMENT_SERVICES } from './dataManagement';
import { EXPLORATION_SERVICES } from './exploration';
import { FRONT_END_SERVICES } from './frontEnds';
import { OPERATION_SERVICES } from './operations';
import { SimulatedService } from './types';
import { WORKSPACE_SERVICES } from './workspaces';

/** Every service the simulator plays. */
export const SIMULATED_SERVICES: readonly SimulatedService[] = [
  ...AUTHENTICATION_SERVICES,
  ...DATA_MANAGEMENT_SERVICES,
  ...EXPLORATION_SERVICES,
  ...FRONT_END_SERVICES,
  ...WORKSPACE_SERVICES,
  ...OPERATION_SERVICES,
];

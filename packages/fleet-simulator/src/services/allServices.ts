import { Commons } from '../commons/types';
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

/** Whether a service runs in a commons. A second Deployment does where the service does that it is part of. */
export function runsIn(
  commons: Pick<Commons, 'services'>,
  { name, partOf = name }: Pick<SimulatedService, 'name' | 'partOf'>,
): boolean {
  return commons.services.has(partOf);
}

/** Names of all that may fail on its own in a commons: its services and their second Deployments. */
export function runningNames(commons: Pick<Commons, 'services'>): string[] {
  const parts = SIMULATED_SERVICES.filter(
    service => service.partOf && runsIn(commons, service),
  );
  return [...commons.services.keys(), ...parts.map(({ name }) => name)];
}

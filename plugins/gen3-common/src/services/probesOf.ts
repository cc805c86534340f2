import { FrontendRoot, Gen3Probe, Gen3Service } from './types';

/**
 * The probes of a service in a commons with that front-end root, the status first; empty when it has none.
 *
 * @public
 */
export function probesOf(
  service: Gen3Service,
  frontendRoot: FrontendRoot = 'portal',
): Gen3Probe[] {
  return frontendRoot === 'gen3ff'
    ? service.probesAtGen3ffRoot ?? service.probes
    : service.probes;
}

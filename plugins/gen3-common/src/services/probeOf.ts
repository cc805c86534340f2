import { FrontendRoot, Gen3Probe, Gen3Service } from './types';

/**
 * The status probe of a service in a commons with that front-end root, or undefined when it has none.
 *
 * @public
 */
export function probeOf(
  service: Gen3Service,
  frontendRoot: FrontendRoot = 'portal',
): Gen3Probe | undefined {
  return frontendRoot === 'gen3ff'
    ? service.probeAtGen3ffRoot ?? service.probe
    : service.probe;
}

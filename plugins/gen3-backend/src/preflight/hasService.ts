import type { PreflightSubject } from './types';

/** Whether a service is switched on, by its name in the registry. */
export function hasService(
  { declared }: Pick<PreflightSubject, 'declared'>,
  name: string,
): boolean {
  return declared.services.some(service => service.name === name);
}

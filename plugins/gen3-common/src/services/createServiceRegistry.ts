import { GEN3_SERVICES } from './gen3Services';
import { Gen3Service } from './types';

/** The services that the portal knows. @public */
export interface ServiceRegistry {
  /** Every service, Gen3's own first, then custom ones, each in its order. */
  all(): readonly Gen3Service[];
  /** The service of that name. */
  get(name: string): Gen3Service | undefined;
  /** The service that cloud-automation manifests call so; a service's own name counts too. */
  byLegacyName(name: string): Gen3Service | undefined;
  /** Services that are on when the values do not say. */
  enabledByDefault(): Gen3Service[];
}

/**
 * Creates the registry of Gen3's services and an organisation's own (config `gen3.services`).
 *
 * @throws Error when a custom service has the name, or a legacy name, of another service, or depends on one that does not exist.
 * @public
 */
export function createServiceRegistry(
  options: { custom?: Gen3Service[] } = {},
): ServiceRegistry {
  const services = [...GEN3_SERVICES, ...(options.custom ?? [])];
  const byName = new Map<string, Gen3Service>();
  const byAnyName = new Map<string, Gen3Service>();
  for (const service of services) {
    for (const name of [service.name, ...(service.legacyNames ?? [])]) {
      const other = byAnyName.get(name);
      if (other) {
        throw new Error(
          `Two services are called "${name}": "${other.title}" and "${service.title}". Rename the one in gen3.services.`,
        );
      }
      byAnyName.set(name, service);
    }
    byName.set(service.name, service);
  }
  for (const service of services) {
    const missing = service.dependsOn.find(name => !byName.has(name));
    if (missing) {
      throw new Error(
        `Service "${service.name}" depends on "${missing}", which is not a service. Correct gen3.services[name=${service.name}].dependsOn.`,
      );
    }
  }
  return {
    all: () => services,
    get: name => byName.get(name),
    byLegacyName: name => byAnyName.get(name),
    enabledByDefault: () => services.filter(s => s.enabledByDefault),
  };
}

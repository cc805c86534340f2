import {
  createServiceRegistry,
  GEN3_SERVICES,
  OfferedService,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';

const OF_GEN3 = new Set(GEN3_SERVICES.map(({ name }) => name));

/**
 * The registry as the backend has it, as far as choosing services needs: Gen3's and the organisation's own. A backend of another version may
 * offer what this one knows, or need what it does not: neither keeps anybody from choosing.
 */
export function withOfferedServices(
  offered: readonly OfferedService[],
): ServiceRegistry {
  const own = offered.filter(({ name }) => !OF_GEN3.has(name));
  const known = new Set([...OF_GEN3, ...own.map(({ name }) => name)]);
  return createServiceRegistry({
    custom: own.map(service => ({
      ...service,
      dependsOn: service.dependsOn.filter(name => known.has(name)),
      // Nobody asks these of a service that is only chosen.
      critical: false,
      journeys: [],
      offers: [],
      probes: [],
      deployments: [],
      kubernetesServices: [],
      jobs: [],
      database: false,
    })),
  });
}

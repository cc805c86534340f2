import { InputError } from '@backstage/errors';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { StaticCommons } from './staticCommonsSchema';

/** A service of a static commons: `fence`, or `fence:2026.07` with its image tag. */
export function splitServiceAndTag(value: string): {
  name: string;
  imageTag?: string;
} {
  const colon = value.indexOf(':');
  return colon < 0
    ? { name: value }
    : { name: value.slice(0, colon), imageTag: value.slice(colon + 1) };
}

/** @throws InputError naming the key when a service is not in the registry. */
export function checkStaticServices(
  path: string,
  commons: StaticCommons[],
  registry: ServiceRegistry,
): void {
  const unknown = commons.flatMap((one, index) =>
    one.services.flatMap((service, position) => {
      const { name } = splitServiceAndTag(service);
      return registry.get(name)
        ? []
        : [
            `${path}[${index}].services[${position}]: unknown service "${name}" of "${one.hostname}"; use a name of the service registry or add yours to gen3.services`,
          ];
    }),
  );
  if (unknown.length > 0) {
    throw new InputError(unknown.join('\n'));
  }
}

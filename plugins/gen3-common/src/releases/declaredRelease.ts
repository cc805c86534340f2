import type { ServiceRegistry } from '../services/createServiceRegistry';
import type { DeclaredService } from '../values/types';
import { commonsRelease } from './commonsRelease';

/**
 * The release of a commons by the tags of its services of bundle `core`, as {@link commonsRelease} says it; undefined when none of
 * these has a tag.
 *
 * @public
 */
export function declaredRelease(
  services: readonly DeclaredService[],
  registry: Pick<ServiceRegistry, 'get'>,
): string | undefined {
  return commonsRelease(
    services.flatMap(({ name, imageTag }) =>
      imageTag && registry.get(name)?.bundle === 'core' ? [imageTag] : [],
    ),
  );
}

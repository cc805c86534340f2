import { ConflictError, InputError } from '@backstage/errors';
import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Scaling } from './scalingOf';

/** Why no number sets how many pods a service has that is on; undefined where one does. */
export function whyNotScaled(
  name: string,
  scaling: Pick<Scaling, 'isInParts' | 'unreadBy'>,
  registry: Pick<ServiceRegistry, 'get'>,
): InputError | ConflictError | undefined {
  const { deployments, kubernetesServices } = registry.get(name) ?? {};
  if (deployments?.length === 0 && kubernetesServices?.length === 0) {
    return new InputError(
      `replicas: "${name}" has jobs only, and no pods to scale`,
    );
  }
  if (scaling.isInParts) {
    return new InputError(
      `replicas: the chart does not read "${name}.replicaCount", because each part of "${name}" has a count of its own: set those in the values by hand`,
    );
  }
  if (scaling.unreadBy !== undefined) {
    return new ConflictError(
      `"${name}.replicaCount" would do nothing: the chart does not read it while "${scaling.unreadBy}" is on. Switch that off first`,
    );
  }
  return undefined;
}

import {
  declaredRelease,
  type EditOptions,
  readGen3Values,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { isInMaintenance } from './planMaintenance';
import { scalingOf } from './scalingOf';
import type { CommonsInGit } from './types';
import { whyNotScaled } from './whyNotScaled';

/** What an edit of a commons begins with: what its values say now. */
export function buildEditOptions(
  inGit: Pick<CommonsInGit, 'commons' | 'values'>,
  registry: ServiceRegistry,
): Pick<EditOptions, 'hostname' | 'release' | 'maintenance' | 'services'> {
  const { services } = readGen3Values(inGit.values, registry);
  return {
    hostname: inGit.commons.hostname,
    release: declaredRelease(services, registry),
    maintenance: isInMaintenance(inGit) ? 'on' : 'off',
    services: services.map(({ name, imageTag }) => {
      const scaling = scalingOf(name, inGit.values, registry);
      return {
        name,
        title: registry.get(name)?.title ?? name,
        ...(imageTag === undefined ? {} : { tag: imageTag }),
        scalable: whyNotScaled(name, scaling, registry) === undefined,
        ...podsOf(scaling.least),
        autoscaled: scaling.autoscaledBy.length > 0,
      };
    }),
  };
}

/** Nothing of a value that is no number. */
function podsOf(least: string | undefined): { pods?: number } {
  const pods = Number(least || undefined);
  return Number.isFinite(pods) ? { pods } : {};
}

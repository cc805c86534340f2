import { Entity } from '@backstage/catalog-model';
import { lifecycleOfHostname } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Tier of a commons as the fleet has it: what its entity declares, else what the words of its hostname say. */
export function tierOf(entity: Entity, hostname: string): string {
  const declared = entity.spec?.lifecycle;
  return typeof declared === 'string' && declared
    ? declared
    : lifecycleOfHostname(hostname);
}

import {
  type CheckState,
  layerOf,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Check } from '../checks/types';
import { isChangePending } from './isChangePending';

/**
 * The checks that one round asks, in their order: those that say most come first, because a round may end at its
 * deadline. Checks of the commons itself, then critical services, then the others, each in the order given; all that look
 * into the cluster after all that ask from outside. A round that
 * confirms asks only the checks that a change is pending of.
 */
export function planRound(options: {
  checks: Check[];
  registry: ServiceRegistry;
  /** States after the round before, for a round that confirms. */
  confirming?: CheckState[];
}): Check[] {
  const { checks, registry, confirming } = options;
  const pending = new Set(
    confirming?.filter(isChangePending).map(state => state.checkId),
  );
  const rankOf = ({ id, service }: Check) => {
    // A cluster that hangs must not keep users' own view waiting.
    const base = layerOf(id) === 'inside' ? 3 : 0;
    if (service === undefined) {
      return base;
    }
    return base + (registry.get(service)?.critical ? 1 : 2);
  };
  return checks
    .filter(check => confirming === undefined || pending.has(check.id))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Check } from '../checks/types';

/**
 * The order in which the checks of one commons are asked: those that say most come first, because a round may end at its
 * deadline. Checks of the commons itself, then critical services, then the others, each in the order given.
 */
export function planRound(options: {
  checks: Check[];
  registry: ServiceRegistry;
}): Check[] {
  const rankOf = ({ service }: Check) => {
    if (service === undefined) {
      return 0;
    }
    return options.registry.get(service)?.critical ? 1 : 2;
  };
  return [...options.checks].sort((a, b) => rankOf(a) - rankOf(b));
}

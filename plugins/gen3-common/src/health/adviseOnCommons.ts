import { adviseOn } from './adviseOn';
import { Problem } from './listProblems';
import { NO_CONTACT_CAUSES } from './noContactCauses';
import { ServiceHealth } from './types';

/**
 * What to do next about the worst problem of a commons, one sentence. When no contact could be made and yet nothing is said
 * to fail, the portal's own side is to blame, and that is where to look.
 */
export function adviseOnCommons(
  top: Problem,
  services: ServiceHealth[],
): string {
  const isOwnSide =
    top.status === 'unknown' &&
    NO_CONTACT_CAUSES.includes(top.cause) &&
    services.every(service => service.lastResult?.outcome !== 'down');
  return isOwnSide
    ? 'Check the portal itself: its network, its proxy, its name server and its load.'
    : adviseOn(top.cause, top.subject);
}

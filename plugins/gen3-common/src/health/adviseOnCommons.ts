import { adviseOn } from './adviseOn';
import { Cause } from './causes';
import { Problem } from './listProblems';
import { NO_CONTACT_CAUSES } from './noContactCauses';
import { ServiceHealth } from './types';

/** What to do where every service has the same cause: then it is not a fault of the one that happens to come first. */
const OF_ALL: Partial<Record<Cause, string>> = {
  'http-status':
    'Look at revproxy, and at what all services share: the database, the nodes, the name server of the cluster.',
  'unexpected-body':
    'Check what answers at the hostname: it is not the gateway of a commons.',
  redirected:
    'Check whether the commons has moved to another hostname, or needs a log-in for everything.',
  timeout:
    'Look at the load balancer, revproxy and the nodes: nothing answers in time.',
};

/**
 * What to do next about the worst problem of a commons, one sentence. When no contact could be made and yet nothing is said
 * to fail, the portal's own side is to blame, and that is where to look.
 *
 * @param isOfAll - whether all services are in the same trouble, as the headline says then.
 */
export function adviseOnCommons(
  top: Problem,
  services: ServiceHealth[],
  isOfAll: boolean,
): string {
  const isOwnSide =
    top.status === 'unknown' &&
    NO_CONTACT_CAUSES.includes(top.cause) &&
    services.every(service => service.lastResult?.outcome !== 'down');
  if (isOwnSide) {
    return 'Check the portal itself: its network, its proxy, its name server and its load.';
  }
  const ofAll = isOfAll ? OF_ALL[top.cause] : undefined;
  return ofAll ?? adviseOn(top.cause, top.subject);
}

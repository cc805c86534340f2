import { BEFORE_CLUSTER_CAUSES } from './beforeClusterCauses';
import { isWorkloadCheck } from './layers';
import { type Reading, reasonBeside } from './readCheck';

/**
 * What a service is, when outside and inside are known of it.
 *
 * * What users get decides: a service that answers them is not down, whatever its pods do, and one that fails is not up.
 * * The inside says why, where it can be why: a workload in trouble has the cause to act upon. A job that is late makes no service fail, and
 *   no pod breaks a name or a certificate: then the cause stays that of the outside, and the inside is told with it.
 * * An inside that is unknown changes nothing, so that a cluster that cannot be reached leaves the outside as it is. An
 *   outside that is unknown is not made up by pods that are ready: nobody knows whether users get through.
 *
 * @param outside - undefined when the service cannot be seen from outside; then the inside decides.
 * @returns undefined when neither says anything.
 */
export function combineLayers(
  outside: Reading | undefined,
  inside: Reading | undefined,
): Reading | undefined {
  if (!inside || inside.status === 'unknown') return outside;
  if (!outside) return inside;
  if (inside.status === 'up' || outside.status === 'maintenance') {
    return outside;
  }
  if (outside.status === 'unknown') return inside;
  if (outside.status === 'up') {
    return {
      ...inside,
      status: 'degraded',
      reason: `answers its users; ${reasonBeside(inside)}`,
    };
  }
  return {
    ...outside,
    cause: explains(inside, outside) ? inside.cause : outside.cause,
    reason: `${outside.reason}; ${reasonBeside(inside)}`,
  };
}

/** Whether what is wrong inside can be why users get what they get. */
function explains(inside: Reading, outside: Reading): boolean {
  return (
    isWorkloadCheck(inside.state.checkId) &&
    !BEFORE_CLUSTER_CAUSES.includes(outside.cause)
  );
}

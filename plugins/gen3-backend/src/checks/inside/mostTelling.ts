import type { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Causes, the one that tells most of what to mend first. */
const BY_TELLING: readonly Cause[] = [
  // Each names the very thing to mend, and does not go away by itself.
  'out-of-memory',
  'container-config',
  'image-pull',
  // The service itself fails, and its log says why.
  'init-failed',
  'crash-loop',
  'killed',
  // The cluster keeps the service from running, in its own words.
  'quota-used-up',
  'pods-not-created',
  'unschedulable',
  'node-not-ready',
  'evicted',
  'pod-failed',
  // Another workload of the service runs and fails, while this one may not be deployed on purpose.
  'missing-workload',
  // It serves now and then.
  'restarting',
  // Symptoms: another pod of the same workload may say of what, and one that begins or ends is often only slow.
  'not-ready',
  'pending',
  'terminating',
  'short-of-pods',
  // Somebody wanted it so.
  'scaled-to-zero',
];

/** Smaller for a cause that tells more of what to mend; one that is no pod's tells least. */
export function rankOfCause(cause: Cause): number {
  const rank = BY_TELLING.indexOf(cause);
  return rank < 0 ? BY_TELLING.length : rank;
}

/**
 * Of all that is wrong what tells most of what to mend, whatever the order of the list; undefined when nothing is wrong. Of equally
 * telling ones the first by its words, which begin with the name of the pod.
 */
export function mostTelling<T extends { cause: Cause; clause: string }>(
  several: T[],
): T | undefined {
  return [...several].sort(
    (a, b) =>
      rankOfCause(a.cause) - rankOfCause(b.cause) ||
      a.clause.localeCompare(b.clause, 'en'),
  )[0];
}

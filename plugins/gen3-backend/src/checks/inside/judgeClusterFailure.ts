import type { Cause, Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ClusterFailure } from '@gen3-csoc/backstage-plugin-gen3-node';

/**
 * Failures that are about one kind, and leave the rest of the cluster readable. `server-error` is one: the server was reached, and it answers so
 * for a kind alone whose conversion webhook is broken.
 */
const OF_KIND: readonly ClusterFailure[] = [
  'forbidden',
  'malformed',
  'not-served',
  'rejected',
  'server-error',
];

/** What a check is whose objects could not be read: never down, because nobody knows. */
export function judgeClusterFailure(options: {
  failure: ClusterFailure;
  /** Clause of the client: `answers 403: ...`. */
  detail: string;
  cluster: string;
  /** What was to be read: `deployments`. */
  kind: string;
}): Verdict {
  const { failure, detail, cluster, kind } = options;
  return {
    outcome: 'unknown',
    cause: causeOf(failure),
    reason: `cannot be seen inside: cluster ${cluster}, asked for ${kind}, ${detail}`,
  };
}

function causeOf(failure: ClusterFailure): Cause {
  if (failure === 'cancelled') return 'cancelled';
  // Asking again sooner would only make it worse, as when there is no time.
  if (failure === 'no-place') return 'timeout';
  return OF_KIND.includes(failure) ? 'not-readable' : 'cluster-unreachable';
}

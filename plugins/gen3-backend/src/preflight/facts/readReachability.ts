import {
  type ClusterFailure,
  type ClusterVersions,
  DeadlineError,
  type VersionReading,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  type Asking,
  askFact,
  FACT_TIMEOUT_MS,
  known,
  unknown,
} from './askFact';
import type { Fact, Reachability } from './types';

/** Failures that say nothing about the cluster: it was not asked. */
const NOT_ASKED: readonly ClusterFailure[] = [
  'unknown-cluster',
  'no-kubernetes-plugin',
  'no-place',
  'cancelled',
];

/** Failures in which its API server took part, and the portal is known to it. */
const ANSWERED: readonly ClusterFailure[] = ['forbidden', 'not-served'];

/** Of the time of a fact: a cluster that hangs is told from a question that came to nothing. */
const PART_OF_CLUSTER = 0.8;

/** Whether the API server of a cluster answers the portal. */
export function readReachability(options: {
  clusters: ClusterVersions;
  /** Its name in Backstage's kubernetes config. */
  name: string;
  asking: Asking;
}): Promise<Fact<Reachability>> {
  const { clusters, name, asking } = options;
  const { timeoutMs = FACT_TIMEOUT_MS } = asking;
  return askFact({
    whom: `The cluster "${name}"`,
    asking,
    ask: async signal => {
      try {
        const reading = await withDeadline(
          { signals: [signal], timeoutMs: timeoutMs * PART_OF_CLUSTER },
          inTime => clusters.readVersion(name, { signal: inTime }),
        );
        return classify(reading);
      } catch (error) {
        if (!(error instanceof DeadlineError)) throw error;
        return known({ answers: false, how: error.message });
      }
    },
  });
}

function classify(reading: VersionReading): Fact<Reachability> {
  if (reading.state === 'read') return known({ answers: true });
  const { failure, detail } = reading;
  if (NOT_ASKED.includes(failure)) return unknown(detail);
  return known(
    ANSWERED.includes(failure)
      ? { answers: true }
      : { answers: false, how: detail },
  );
}

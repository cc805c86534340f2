import type {
  KubernetesPlacement,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KindReading,
  KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgeApplication } from './judgeApplication';
import { judgeClusterFailure } from './judgeClusterFailure';
import { worstOf } from './worstOf';

/**
 * Judges the Applications of a commons, as bad as the worst; unknown, with the reason, when there is none to be seen: where an Argo
 * CD of another cluster deploys it, as KRO's does, its Application lives there.
 */
export function judgeApplications(
  reading: KindReading<KubernetesApplication>,
  about: {
    place: KubernetesPlacement;
    found: KubernetesApplication[];
    /** Milliseconds since the epoch. */
    now: number;
  },
): Verdict {
  const { cluster, namespace } = about.place;
  if (reading.state === 'failed' && reading.failure !== 'not-served') {
    return judgeClusterFailure({ ...reading, cluster, kind: 'applications' });
  }
  return (
    worstOf(about.found.map(each => judgeApplication(each, about.now))) ?? {
      outcome: 'unknown',
      cause: 'not-visible',
      reason:
        reading.state === 'failed'
          ? `is not in cluster ${cluster}; that of another cluster may deploy to ${namespace}`
          : `has no Application in cluster ${cluster} that deploys to ${namespace}; that of another cluster may have one`,
    }
  );
}

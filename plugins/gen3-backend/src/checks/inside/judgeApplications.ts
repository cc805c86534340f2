import type {
  Cause,
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
): { verdict: Verdict; decidedBy?: KubernetesApplication } {
  const { cluster, namespace } = about.place;
  if (reading.state === 'failed' && reading.failure !== 'not-served') {
    const kind = 'applications';
    return { verdict: judgeClusterFailure({ ...reading, cluster, kind }) };
  }
  const judged = about.found.map(decidedBy => {
    const verdict = judgeApplication(decidedBy, about.now);
    return { outcome: verdict.outcome, verdict, decidedBy };
  });
  const worst = worstOf(judged);
  if (worst) {
    const { verdict, decidedBy } = worst;
    const furtherCauses = furtherCausesOf(
      verdict,
      judged.map(each => each.verdict),
    );
    return {
      verdict:
        furtherCauses.length > 0 ? { ...verdict, furtherCauses } : verdict,
      decidedBy,
    };
  }
  return {
    verdict: {
      outcome: 'unknown',
      cause: 'not-visible',
      reason:
        reading.state === 'failed'
          ? `is not in cluster ${cluster}; that of another cluster may deploy to ${namespace}`
          : `has no Application in cluster ${cluster} that deploys to ${namespace}; that of another cluster may have one`,
    },
  };
}

/** What else is wrong, with the one that decides and with others. */
function furtherCausesOf(worst: Verdict, all: Verdict[]): Cause[] {
  const causes = [worst, ...all].flatMap(({ cause, furtherCauses = [] }) => [
    cause,
    ...furtherCauses,
  ]);
  return [...new Set(causes)].filter(
    cause => cause !== 'ok' && cause !== worst.cause,
  );
}

import type {
  KubernetesPlacement,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KindReading } from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgeClusterFailure } from './judgeClusterFailure';

/**
 * Judges the objects of a kind if they could be read; else says why not, which is never good and never bad. A kind that the
 * cluster does not have says nothing of the commons.
 */
export function judgeRead<T>(
  reading: KindReading<T>,
  about: { place: KubernetesPlacement; kind: string },
  judge: (items: T[]) => Verdict,
): Verdict {
  if (reading.state === 'read') return judge(reading.items);
  const { cluster } = about.place;
  return reading.failure === 'not-served'
    ? {
        outcome: 'unknown',
        cause: 'not-visible',
        reason: `cannot be seen: cluster ${cluster} has no ${about.kind}`,
      }
    : judgeClusterFailure({ ...reading, cluster, kind: about.kind });
}

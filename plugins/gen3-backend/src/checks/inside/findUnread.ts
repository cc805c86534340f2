import type {
  KubernetesPlacement,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KindReading } from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgeClusterFailure } from './judgeClusterFailure';

/**
 * Why the first of several kinds could not be read, which is never good and never bad; undefined where all could. A kind that the cluster
 * does not have says nothing of the commons.
 *
 * @param readings - by what was asked for: `deployments`.
 */
export function findUnread(
  { cluster }: Pick<KubernetesPlacement, 'cluster'>,
  readings: Record<string, KindReading<unknown>>,
): Verdict | undefined {
  for (const [kind, reading] of Object.entries(readings)) {
    if (reading.state === 'failed') {
      return reading.failure === 'not-served'
        ? {
            outcome: 'unknown',
            cause: 'not-visible',
            reason: `cannot be seen: cluster ${cluster} has no ${kind}`,
          }
        : judgeClusterFailure({ ...reading, cluster, kind });
    }
  }
  return undefined;
}

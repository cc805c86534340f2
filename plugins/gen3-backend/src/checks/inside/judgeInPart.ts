import {
  rankOfStatus,
  type KubernetesPlacement,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KindReading } from '@gen3-csoc/backstage-plugin-gen3-node';
import { findUnread } from './findUnread';

/**
 * What a verdict is worth that was given by as much as could be read of several kinds: what is known to be wrong comes before what is not
 * known, and nothing is well while something that may be wrong cannot be read.
 */
export function judgeInPart(
  place: KubernetesPlacement,
  readings: Record<string, KindReading<unknown>>,
  judged: Verdict,
): Verdict {
  const unread = findUnread(place, readings);
  return unread && rankOfStatus(unread.outcome) <= rankOfStatus(judged.outcome)
    ? unread
    : judged;
}

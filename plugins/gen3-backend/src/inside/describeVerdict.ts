import {
  adviseOn,
  type Outcome,
  rankOfStatus,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { plainText } from '../checks/inside/plainText';

/** A verdict as pages show it, with what to do about it. `subject` is what it is about. */
export function describeVerdict(
  { outcome, cause, reason }: Verdict,
  subject: string,
) {
  const advice = adviseOn(cause, subject);
  return {
    outcome,
    cause,
    reason: plainText(reason),
    ...(advice ? { advice } : {}),
  };
}

/** Orders by need for attention, then by name. */
export function byAttention(
  a: { outcome: Outcome; name: string },
  b: { outcome: Outcome; name: string },
): number {
  return (
    rankOfStatus(a.outcome) - rankOfStatus(b.outcome) ||
    a.name.localeCompare(b.name, 'en')
  );
}

import { compareText } from '../lib/compareText';
import { StoredMember } from '../store/SourceStore';

/** Whether a reading may replace what is remembered. */
export type DropDecision =
  | { kind: 'apply' }
  | { kind: 'hold'; wouldDrop: string[]; of: number };

/**
 * Holds a run that would drop too many commons of a source. Pure.
 *
 * Counted by hostname, so a moved file drops nothing. A run is held when it drops *more* than `maxDropPercent` of the
 * commons, or all of them whatever the percentage: an empty repository is far more often a mistake than a decision. With
 * the default of 20, removing 1 of 5 commons goes through and 1 of 4 waits. What a person confirmed may go; if more would
 * go by now, the run is held again.
 */
export function guardDrops(options: {
  previous: readonly StoredMember[];
  next: readonly StoredMember[];
  maxDropPercent: number;
  confirmed: readonly string[];
}): DropDecision {
  const { maxDropPercent } = options;
  const before = hostnamesOf(options.previous);
  const after = hostnamesOf(options.next);
  const confirmed = new Set(options.confirmed);
  const dropped = [...before].filter(hostname => !after.has(hostname));
  const tooMany = dropped.length * 100 > before.size * maxDropPercent;
  const all = before.size > 0 && dropped.length === before.size;
  const unconfirmed = dropped.some(hostname => !confirmed.has(hostname));
  if (unconfirmed && (tooMany || (all && after.size === 0))) {
    return {
      kind: 'hold',
      wouldDrop: dropped.sort(compareText),
      of: before.size,
    };
  }
  return { kind: 'apply' };
}

function hostnamesOf(members: readonly StoredMember[]): Set<string> {
  return new Set(
    members.flatMap(member =>
      member.commons ? [member.commons.hostname] : [],
    ),
  );
}

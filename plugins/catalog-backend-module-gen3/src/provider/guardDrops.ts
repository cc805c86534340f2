import { compareText } from '../lib/compareText';
import { StoredMember } from '../store/SourceStore';

/** Whether a reading may replace what is remembered, and what is remembered then. */
export type DropDecision =
  | { kind: 'apply'; members: StoredMember[] }
  /** Nothing changes. */
  | { kind: 'hold'; wouldDrop: string[]; of: number }
  /** What was confirmed goes; what was not is held. */
  | {
      kind: 'apply-confirmed';
      members: StoredMember[];
      wouldDrop: string[];
      of: number;
    };

/**
 * Holds a run that would drop too many commons of a source. Pure.
 *
 * Counted by hostname, so a moved file drops nothing. A run is held when it drops *more* than `maxDropPercent` of the
 * commons, or all of them whatever the percentage: an empty repository is far more often a mistake than a decision. With
 * the default of 20, removing 1 of 5 commons goes through and 1 of 4 waits.
 *
 * What a person confirmed goes and is not counted. What is held and was not confirmed waits on, however little it is by
 * now: who confirms a part means the rest to stay.
 */
export function guardDrops(options: {
  previous: readonly StoredMember[];
  next: readonly StoredMember[];
  maxDropPercent: number;
  /** Hostnames that the last run held. */
  held: readonly string[];
  /** Those of them that a person let go. */
  confirmed: readonly string[];
}): DropDecision {
  const { previous, next, maxDropPercent } = options;
  // A launch that was only proposed may be closed: it was never there.
  const before = hostnamesOf(
    previous.filter(({ commons }) => commons?.hostnameFrom !== 'change'),
  );
  const after = hostnamesOf(next);
  const confirmed = new Set(options.confirmed);
  const held = new Set(options.held);
  const dropped = [...before].filter(hostname => !after.has(hostname));
  const wouldDrop = dropped
    .filter(hostname => !confirmed.has(hostname))
    .sort(compareText);
  const tooMany = wouldDrop.length * 100 > before.size * maxDropPercent;
  const isEmptied = wouldDrop.length > 0 && after.size === 0;
  const waits = wouldDrop.some(hostname => held.has(hostname));
  if (!tooMany && !isEmptied && !waits) {
    return { kind: 'apply', members: [...next] };
  }
  const of = before.size;
  if (wouldDrop.length === dropped.length) {
    return { kind: 'hold', wouldDrop, of };
  }
  const members = keepMembers({ previous, next, lost: new Set(wouldDrop) });
  return { kind: 'apply-confirmed', members, wouldDrop, of };
}

/**
 * `next` with the members of `previous` that have the hostnames in `lost`. Where both want a key or a hostname the old one
 * has it, and what is lost by that is kept as well.
 */
function keepMembers(options: {
  previous: readonly StoredMember[];
  next: readonly StoredMember[];
  lost: ReadonlySet<string>;
}): StoredMember[] {
  const { previous, next, lost } = options;
  const kept = previous.filter(
    ({ commons }) => commons && lost.has(commons.hostname),
  );
  const keys = new Set(kept.map(({ member }) => member));
  const isInTheWay = ({ member, commons }: StoredMember) =>
    keys.has(member) || (commons !== undefined && lost.has(commons.hostname));
  const displaced = hostnamesOf(next.filter(isInTheWay));
  const stillThere = hostnamesOf(previous);
  const more = [...displaced].filter(
    hostname => stillThere.has(hostname) && !lost.has(hostname),
  );
  if (more.length > 0) {
    return keepMembers({ previous, next, lost: new Set([...lost, ...more]) });
  }
  return [...kept, ...next.filter(member => !isInTheWay(member))].sort((a, b) =>
    compareText(a.member, b.member),
  );
}

function hostnamesOf(members: readonly StoredMember[]): Set<string> {
  return new Set(
    members.flatMap(member =>
      member.commons ? [member.commons.hostname] : [],
    ),
  );
}

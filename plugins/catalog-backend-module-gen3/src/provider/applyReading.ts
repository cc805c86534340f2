import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { compareText } from '../lib/compareText';
import { quarantineSecondClaims } from './quarantineSecondClaims';

/**
 * What is remembered of a source after a reading. Pure.
 *
 * A member that could be read is replaced; one that could not keeps its last good reading and is quarantined since the
 * first time that happened; one that is gone from the source is forgotten (`guardDrops` decides whether that may be).
 *
 * @returns members sorted by key
 */
export function applyReading(options: {
  previous: readonly StoredMember[];
  readings: readonly MemberReading[];
  now: Date;
}): StoredMember[] {
  const { previous, now } = options;
  const known = new Map(previous.map(member => [member.member, member]));
  const readings = quarantineSecondClaims(previous, options.readings);
  const present = new Set(readings.map(reading => reading.member));
  const moved = movableByHostname(previous, present);
  const read = new Set(
    readings.flatMap(reading =>
      reading.kind === 'commons' ? [reading.commons.hostname] : [],
    ),
  );
  const next = readings.map((reading): StoredMember => {
    if (reading.kind === 'commons') {
      const { member, commons, findings } = reading;
      return { member, commons, findings };
    }
    const before =
      known.get(reading.member) ??
      (reading.hostname ? moved.get(reading.hostname) : undefined);
    // What another member declares by now is no longer this one's to keep.
    const keeps = before?.commons && !read.has(before.commons.hostname);
    return {
      member: reading.member,
      ...(keeps ? { commons: before.commons } : {}),
      findings: keeps ? before.findings : [],
      quarantine: {
        finding: reading.finding,
        ...(reading.hostname ? { hostname: reading.hostname } : {}),
        since: before?.quarantine?.since ?? now.toISOString(),
      },
    };
  });
  return next.sort((a, b) => compareText(a.member, b.member));
}

/**
 * Members that are gone under their old key, by hostname: one that reappears under another key and cannot be read there
 * (its folder was renamed and broken at once) keeps what it had.
 */
function movableByHostname(
  previous: readonly StoredMember[],
  present: ReadonlySet<string>,
): Map<string, StoredMember> {
  return new Map(
    previous.flatMap(member =>
      member.commons && !present.has(member.member)
        ? [[member.commons.hostname, member] as const]
        : [],
    ),
  );
}

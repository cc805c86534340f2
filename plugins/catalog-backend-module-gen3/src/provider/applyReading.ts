import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { compareText } from '../lib/compareText';
import { quarantineSecondClaims } from './quarantineSecondClaims';

/**
 * What is remembered of a source after a reading. Pure.
 *
 * A member that could be read is replaced; one that could not keeps its last good reading and is quarantined since the
 * first time that happened; one that is gone from the source is forgotten (`guardDrops` decides whether that may be). A
 * file that declares several members and cannot be read says nothing of any of them: all of them count as unreadable.
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
  const readings = quarantineSecondClaims(
    previous,
    nameUnreadable(previous, options.readings),
  );
  const present = new Set(readings.map(reading => reading.member));
  const moved = movableByHostname(previous, present);
  const read = hostnamesOf(readings);
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
 * Replaces what is quarantined of a file by the members that the file had: those that are neither there under their key nor
 * read under another.
 */
function nameUnreadable(
  previous: readonly StoredMember[],
  readings: readonly MemberReading[],
): MemberReading[] {
  const present = new Set(readings.map(reading => reading.member));
  const read = hostnamesOf(readings);
  const absent = new Map(
    previous
      .filter(
        ({ member, commons }) =>
          commons && !present.has(member) && !read.has(commons.hostname),
      )
      .map(({ member }) => [member, fileOf(member)]),
  );
  return readings.flatMap((reading): MemberReading[] => {
    if (reading.kind === 'commons') return [reading];
    const { member, finding } = reading;
    const named = [...absent]
      .filter(([, file]) => file === fileOf(member))
      .map(([other]) => other);
    // A file may be quarantined for several reasons; its members are named once.
    named.forEach(other => absent.delete(other));
    return named.length > 0
      ? named.map(other => ({ kind: 'quarantined', member: other, finding }))
      : [reading];
  });
}

function hostnamesOf(readings: readonly MemberReading[]): Set<string> {
  return new Set(
    readings.flatMap(reading =>
      reading.kind === 'commons' ? [reading.commons.hostname] : [],
    ),
  );
}

/** A member's key is its file, plus `#` and a name when the file declares several. */
function fileOf(member: string): string {
  return member.split('#', 1)[0];
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

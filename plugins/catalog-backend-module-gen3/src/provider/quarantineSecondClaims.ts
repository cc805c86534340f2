import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { compareText } from '../lib/compareText';

/**
 * Quarantines members that claim a hostname which another member of the same source has. Pure.
 *
 * Whoever had the hostname at the last good reading keeps it, even while it cannot be read itself; among newcomers the
 * first by key gets it. So nobody takes over a commons by adding a folder that sorts first.
 *
 * @returns the readings, sorted by member
 */
export function quarantineSecondClaims(
  previous: readonly StoredMember[],
  readings: readonly MemberReading[],
): MemberReading[] {
  const sorted = [...readings].sort((a, b) => compareText(a.member, b.member));
  const holders = findHolders(previous, sorted);
  return sorted.map(reading => {
    if (reading.kind === 'quarantined') {
      return reading;
    }
    const { hostname } = reading.commons;
    const holder = holders.get(hostname);
    if (holder === undefined) {
      holders.set(hostname, reading.member);
      return reading;
    }
    return holder === reading.member
      ? reading
      : secondClaim(reading.member, hostname, holder);
  });
}

function findHolders(
  previous: readonly StoredMember[],
  readings: readonly MemberReading[],
): Map<string, string> {
  const now = new Map(readings.map(reading => [reading.member, reading]));
  const holders = new Map<string, string>();
  for (const { member, commons } of previous) {
    const reading = now.get(member);
    const keepsIt =
      reading?.kind === 'quarantined' ||
      (reading?.kind === 'commons' &&
        reading.commons.hostname === commons?.hostname);
    if (commons && keepsIt) {
      holders.set(commons.hostname, member);
    }
  }
  return holders;
}

function secondClaim(
  member: string,
  hostname: string,
  holder: string,
): MemberReading {
  return {
    kind: 'quarantined',
    member,
    hostname,
    finding: {
      severity: 'error',
      code: 'hostname-claimed-twice',
      message: `"${member}" claims the hostname "${hostname}", which "${holder}" already has`,
      fix: `Give one of them its own hostname, or remove "${member}" or "${holder}".`,
      file: member,
    },
  };
}

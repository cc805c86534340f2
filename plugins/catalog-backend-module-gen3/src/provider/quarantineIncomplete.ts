import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { recallMembers } from './recallMembers';

/** What else is missing that a finding names besides the first. */
const MAX_OTHERS_NAMED = 2;

/**
 * Quarantines members whose values could not all be read when a complete reading of them is remembered: what is left may be
 * another hostname, other services, no tags. Pure. Argo CD does not render such an Application either, so what runs is what
 * was declared before. A commons that never was read completely is taken as it is, unless the hostname that its values gave
 * would give way to its folder's name: the commons would be another one.
 */
export function quarantineIncomplete(
  previous: readonly StoredMember[],
  readings: readonly MemberReading[],
): MemberReading[] {
  const known = new Map(previous.map(member => [member.member, member]));
  const candidates = readings.map(reading => ({
    reading,
    asUnreadable: unreadable(reading),
  }));
  const recall = recallMembers(
    previous,
    candidates.map(({ reading, asUnreadable }) => asUnreadable ?? reading),
  );
  return candidates.map(({ reading, asUnreadable }): MemberReading => {
    if (!asUnreadable) return reading;
    const own = known.get(reading.member);
    // Its own, even when another claims that hostname by now: whoever had it keeps it.
    const before = own?.commons ? own : recall(asUnreadable);
    if (!before?.commons) return reading;
    const isWorse = !before.incomplete || losesHostname(before, reading);
    return isWorse
      ? { ...asUnreadable, hostname: before.commons.hostname }
      : reading;
  });
}

function losesHostname(before: StoredMember, reading: MemberReading): boolean {
  return (
    reading.kind === 'commons' &&
    reading.commons.hostnameFrom === 'folder' &&
    before.commons?.hostnameFrom !== 'folder'
  );
}

function unreadable(
  reading: MemberReading,
): (MemberReading & { kind: 'quarantined' }) | undefined {
  if (reading.kind !== 'commons' || !reading.incomplete) return undefined;
  const { member, commons, findings } = reading;
  return {
    kind: 'quarantined',
    member,
    hostname: commons.hostname,
    finding: nameMissing(member, findings),
  };
}

/** The first error, with the messages of those after it. */
function nameMissing(member: string, findings: readonly Finding[]): Finding {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first, ...others] = errors.length > 0 ? errors : findings;
  if (!first) {
    return {
      severity: 'error',
      code: 'values-missing',
      message: `Not all values of "${member}" could be read`,
      fix: 'See that every value file it names exists where this source reads.',
      file: member,
    };
  }
  const named = others.slice(0, MAX_OTHERS_NAMED).map(each => each.message);
  const more = others.length - named.length;
  return {
    ...first,
    message: [
      first.message,
      ...named,
      ...(more > 0 ? [`and ${more} more like these`] : []),
    ].join('; '),
  };
}

import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { readHostnames } from './readHostnames';

/** A member with a last good reading. */
export type KnownMember = StoredMember &
  Required<Pick<StoredMember, 'commons'>>;

/**
 * Answers which last good reading a member keeps that cannot be read now: that of its own key, else one whose key is gone and
 * that is the same commons (its folder was renamed and broken at once, or its file declares several by now). Each is given
 * once, and what another member declares by now to nobody.
 */
export function recallMembers(
  previous: readonly StoredMember[],
  readings: readonly MemberReading[],
): (reading: { member: string; hostname?: string }) => KnownMember | undefined {
  const present = new Set(readings.map(reading => reading.member));
  const read = readHostnames(readings);
  const free = previous.filter(
    (member): member is KnownMember =>
      member.commons !== undefined && !read.has(member.commons.hostname),
  );
  const own = new Map(free.map(known => [known.member, known]));
  const moved = new Set(free.filter(known => !present.has(known.member)));
  return reading => {
    const before =
      own.get(reading.member) ??
      [...moved].find(known => isSameCommons(known, reading));
    if (before) moved.delete(before);
    return before;
  };
}

function isSameCommons(
  known: KnownMember,
  reading: { member: string; hostname?: string },
): boolean {
  return (
    known.commons.hostname === reading.hostname ||
    isSameApplication(known, reading.member)
  );
}

/** Whether a key is that of the Application which once was the only one of its file. */
export function isSameApplication(
  known: Pick<KnownMember, 'member' | 'commons'>,
  member: string,
): boolean {
  const { argocdApp } = known.commons;
  return (
    argocdApp !== undefined && member === `${known.member}#${argocdApp.name}`
  );
}

import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { readHostnames } from './readHostnames';

/** A reading that stands for a part of a file that nobody knows the name of. */
const NAMELESS = /^(.*)#unreadable(?:-\d+)?$/;

/**
 * Puts the members that a file had in the place of what is quarantined of that file as a whole, or of a nameless part of it:
 * those that are neither there under their key nor read under another. Pure.
 *
 * A member that is quarantined under its own name says nothing of its siblings: one of them that is absent has left.
 */
export function nameUnreadable(
  previous: readonly StoredMember[],
  readings: readonly MemberReading[],
): MemberReading[] {
  const present = new Set(readings.map(reading => reading.member));
  const read = readHostnames(readings);
  const absent = new Set<string>();
  const known = new Set<string>();
  for (const { member, commons } of previous) {
    if (commons && present.has(member)) known.add(member);
    if (commons && !present.has(member) && !read.has(commons.hostname)) {
      absent.add(member);
    }
  }
  return readings.flatMap((reading): MemberReading[] => {
    if (reading.kind === 'commons') return [reading];
    const { member, finding } = reading;
    const file = NAMELESS.exec(member)?.[1] ?? member;
    const named = [...absent].filter(
      other => other === file || other.startsWith(`${file}#`),
    );
    // A file may be quarantined for several reasons; its members are named once.
    named.forEach(other => absent.delete(other));
    return [
      ...(named.length === 0 || known.has(member) ? [reading] : []),
      ...named.map(other => ({
        kind: 'quarantined' as const,
        member: other,
        finding,
      })),
    ];
  });
}

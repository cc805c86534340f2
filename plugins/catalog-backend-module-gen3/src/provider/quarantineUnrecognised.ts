import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { readHostnames } from './readHostnames';
import { isSameApplication } from './recallMembers';

/**
 * Adds a quarantined reading for every remembered commons whose declaration is still there and is not taken for a commons any
 * more, e.g. because its chart is a fork by now. Pure. It is not gone, so it must not be dropped without a word.
 */
export function quarantineUnrecognised(
  previous: readonly StoredMember[],
  readings: readonly MemberReading[],
  other: readonly string[],
): MemberReading[] {
  const present = new Set(readings.map(reading => reading.member));
  const read = readHostnames(readings);
  const known = previous.flatMap(({ member, commons }) =>
    commons && !present.has(member) && !read.has(commons.hostname)
      ? [{ member, commons }]
      : [],
  );
  const unrecognised = other
    .filter(key => !present.has(key))
    .flatMap((key): MemberReading[] => {
      const before = known.find(
        each => each.member === key || isSameApplication(each, key),
      );
      return before ? [describe(key, before.commons.hostname)] : [];
    });
  return [...readings, ...unrecognised];
}

function describe(member: string, hostname: string): MemberReading {
  return {
    kind: 'quarantined',
    member,
    hostname,
    finding: {
      severity: 'error',
      code: 'chart-unknown',
      message: `"${member}" declared the commons "${hostname}", and what it deploys by now is not known as a gen3 chart`,
      fix: 'Correct the chart, or add it to "charts" of this source if it is your gen3 chart. To retire the commons, remove its declaration, and keep what took its place in another file.',
      file: member.split('#', 1)[0],
    },
  };
}

import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { compareText } from '../lib/compareText';
import { quarantineIncomplete } from './quarantineIncomplete';
import { nameUnreadable } from './nameUnreadable';
import { quarantineSecondClaims } from './quarantineSecondClaims';
import { quarantineUnrecognised } from './quarantineUnrecognised';
import { recallMembers } from './recallMembers';

/**
 * What is remembered of a source after a reading. Pure.
 *
 * A member that could be read is replaced; one that could not keeps its last good reading and is quarantined since the
 * first time that happened, and so does one whose values could not all be read; one that is gone from the source is forgotten (`guardDrops` decides whether that may be). A
 * file that declares several members and cannot be read says nothing of any of them: all of them count as unreadable.
 *
 * @returns members sorted by key
 */
export function applyReading(options: {
  previous: readonly StoredMember[];
  readings: readonly MemberReading[];
  /** Keys of what the source declares and does not take for a commons. */
  other?: readonly string[];
  now: Date;
}): StoredMember[] {
  const { previous, now } = options;
  const readings = quarantineSecondClaims(
    previous,
    nameUnreadable(
      previous,
      quarantineUnrecognised(
        previous,
        quarantineIncomplete(previous, options.readings),
        options.other ?? [],
      ),
    ),
  );
  const recall = recallMembers(previous, readings);
  const since = new Map(
    previous.map(({ member, quarantine }) => [member, quarantine?.since]),
  );
  const next = readings.map((reading): StoredMember => {
    if (reading.kind === 'commons') {
      const { member, commons, findings, incomplete } = reading;
      return {
        member,
        commons,
        ...(incomplete ? { incomplete } : {}),
        findings,
      };
    }
    const { member, hostname, finding } = reading;
    const before = recall(reading);
    return {
      member,
      ...(before ? { commons: before.commons } : {}),
      ...(before?.incomplete ? { incomplete: true } : {}),
      findings: before?.findings ?? [],
      quarantine: {
        finding,
        ...(hostname ? { hostname } : {}),
        since:
          since.get(member) ?? before?.quarantine?.since ?? now.toISOString(),
      },
    };
  });
  return next.sort((a, b) => compareText(a.member, b.member));
}

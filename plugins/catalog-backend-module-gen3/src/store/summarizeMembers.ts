import { compareText } from '../lib/compareText';
import { StoredMember } from './SourceStore';
import {
  compareSeverity,
  MAX_LISTED,
  SourceSummary,
  summarizeFindings,
} from './summary';

/**
 * What members come to: exact counts, and the worst of what is quarantined (what is not served before what is, and the older
 * first) and of the findings. Pure.
 */
export function summarizeMembers(
  members: readonly StoredMember[],
): SourceSummary {
  const quarantined = listQuarantined(members);
  return {
    ...summarizeFindings(
      members.flatMap(({ member, findings }) =>
        findings.map(finding => ({ ...finding, member })),
      ),
    ),
    counts: { ...countCommons(members), quarantined: quarantined.length },
    quarantined: quarantined.slice(0, MAX_LISTED),
  };
}

function listQuarantined(
  members: readonly StoredMember[],
): SourceSummary['quarantined'] {
  return members
    .flatMap(({ member, commons, quarantine }) =>
      quarantine
        ? [
            {
              member,
              hostname: commons?.hostname ?? quarantine.hostname,
              finding: quarantine.finding,
              since: quarantine.since,
              served: commons !== undefined,
            },
          ]
        : [],
    )
    .sort(
      (a, b) =>
        compareSeverity(a.finding, b.finding) ||
        Number(a.served) - Number(b.served) ||
        compareText(a.since, b.since) ||
        compareText(a.member, b.member),
    );
}

function countCommons(
  members: readonly StoredMember[],
): Omit<SourceSummary['counts'], 'quarantined'> {
  const commons = members.flatMap(member =>
    member.commons ? [member.commons] : [],
  );
  const clusters = commons.flatMap(({ cluster }) => (cluster ? [cluster] : []));
  return {
    commons: commons.length,
    services: commons.reduce(
      (sum, { services, running = [] }) =>
        sum + (services.length || running.length),
      0,
    ),
    clusters: new Set(clusters).size,
  };
}

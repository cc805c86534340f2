import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { SourceFinding } from '../provider/mergeSources';
import { StoredMember } from '../store/SourceStore';
import { summarizeMembers } from '../store/summarizeMembers';
import { addSummaries, summarizeFindings } from '../store/summary';

/**
 * What of a source's status concerns one commons: only quarantine and findings of the members that describe it, or that claim
 * its hostname without being readable. Counts and everything else stay the source's. Pure.
 */
export function narrowToCommons(options: {
  status: SourceStatus;
  /** Those of the source that concern the commons. */
  members: readonly StoredMember[];
  /** Findings from comparing sources; those of other sources are left out. */
  contradictions: readonly SourceFinding[];
}): SourceStatus {
  const { status, members, contradictions } = options;
  const summary = summarizeMembers(members);
  const { findings, total } = addSummaries(
    summary,
    summarizeFindings(
      contradictions
        .filter(({ sourceId }) => sourceId === status.id)
        .map(({ member, finding }) => ({ ...finding, member })),
    ),
  );
  return {
    ...status,
    quarantined: summary.quarantined,
    findings,
    totals: { quarantined: summary.counts.quarantined, findings: total },
  };
}

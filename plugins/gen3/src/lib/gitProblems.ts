import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';

type Quarantined = SourceStatus['quarantined'][number];
type MemberFinding = SourceStatus['findings'][number];

/** What somebody has to mend in git, each with the source that says it. */
export interface GitProblems {
  quarantined: Array<Quarantined & { sourceId: string }>;
  /** Errors, then warnings; what is merely worth knowing is left out. */
  findings: Array<MemberFinding & { sourceId: string }>;
}

/** Collects what somebody has to mend out of the state of sources. Pure. */
export function gitProblemsOf(sources: readonly SourceStatus[]): GitProblems {
  const all = sources.flatMap(({ id, findings }) =>
    findings.map(finding => ({ ...finding, sourceId: id })),
  );
  return {
    quarantined: sources.flatMap(({ id, quarantined }) =>
      quarantined.map(member => ({ ...member, sourceId: id })),
    ),
    findings: [
      ...all.filter(({ severity }) => severity === 'error'),
      ...all.filter(({ severity }) => severity === 'warning'),
    ],
  };
}

import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';

type MemberFinding = SourceStatus['findings'][number];
type Quarantined = SourceStatus['quarantined'][number];

const SEVERITIES: MemberFinding['severity'][] = ['error', 'warning', 'info'];

/** Errors, then warnings, then what is merely worth knowing; the order of members stays inside each. */
export function sortFindings(
  findings: readonly MemberFinding[],
): MemberFinding[] {
  return SEVERITIES.flatMap(wanted =>
    findings.filter(({ severity }) => severity === wanted),
  );
}

/** Members that the catalog lacks come before those of which it keeps the last good entities; the order stays inside each. */
export function sortQuarantined(
  members: readonly Quarantined[],
): Quarantined[] {
  return [
    ...members.filter(({ served }) => !served),
    ...members.filter(({ served }) => served),
  ];
}

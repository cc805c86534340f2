import {
  AcceptedFinding,
  placeOfFinding,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Why a finding is fine. */
export type Accepted = Pick<AcceptedFinding, 'id' | 'where' | 'reason'>;

function isFor({ id, where }: Accepted, finding: PreflightFinding): boolean {
  return id === finding.id && where === placeOfFinding(finding);
}

/** The reason that is given for a finding, if any. */
export function reasonOf(
  accept: Accepted[],
  finding: PreflightFinding,
): string {
  return accept.find(item => isFor(item, finding))?.reason ?? '';
}

/** The reasons with this one in place of the one before; an empty one is none. */
export function withReason(
  accept: Accepted[],
  finding: PreflightFinding,
  reason: string,
): Accepted[] {
  const others = accept.filter(item => !isFor(item, finding));
  const where = placeOfFinding(finding);
  const item = { id: finding.id, ...(where ? { where } : {}), reason };
  return reason === '' ? others : [...others, item];
}

/** Warnings that nobody said a reason for. */
export function unaccepted(
  findings: PreflightFinding[],
  accept: Accepted[],
): PreflightFinding[] {
  return findings.filter(
    finding =>
      finding.severity === 'warning' && reasonOf(accept, finding).trim() === '',
  );
}

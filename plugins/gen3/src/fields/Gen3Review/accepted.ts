import {
  AcceptedFinding,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Why a finding is fine. */
export type Accepted = Pick<AcceptedFinding, 'id' | 'reason'>;

/** The reason that is given for a finding, if any. */
export function reasonOf(accept: Accepted[], id: string): string {
  return accept.find(item => item.id === id)?.reason ?? '';
}

/** The reasons with this one in place of the one before; an empty one is none. */
export function withReason(accept: Accepted[], item: Accepted): Accepted[] {
  const others = accept.filter(({ id }) => id !== item.id);
  return item.reason === '' ? others : [...others, item];
}

/** Warnings that nobody said a reason for. */
export function unaccepted(
  findings: PreflightFinding[],
  accept: Accepted[],
): PreflightFinding[] {
  return findings.filter(
    ({ id, severity }) =>
      severity === 'warning' && reasonOf(accept, id).trim() === '',
  );
}

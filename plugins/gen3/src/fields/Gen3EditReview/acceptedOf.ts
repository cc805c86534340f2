import {
  placeOfFinding,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { Accepted, withReason } from '../Gen3Review/accepted';

/** Why a finding about one of several commons is fine. */
export type AcceptedOfCommons = Accepted & { hostname: string };

/** What preflight found about one commons. */
export interface FoundOfCommons {
  hostname: string;
  findings: PreflightFinding[];
}

/** The reasons that are given for one commons. */
export function acceptedOf(
  accept: AcceptedOfCommons[],
  hostname: string,
): Accepted[] {
  return accept
    .filter(item => item.hostname === hostname)
    .map(({ hostname: _, ...item }) => item);
}

/** All reasons, with these in place of those that were given for one commons. */
export function withAcceptedOf(
  accept: AcceptedOfCommons[],
  hostname: string,
  changed: Accepted[],
): AcceptedOfCommons[] {
  return [
    ...accept.filter(item => item.hostname !== hostname),
    ...changed.map(item => ({ hostname, ...item })),
  ];
}

/** Those of these commons that have the same warning about the same value. */
export function sharersOf(
  found: FoundOfCommons[],
  warning: PreflightFinding,
): FoundOfCommons[] {
  return found.filter(({ findings }) =>
    findings.some(
      finding =>
        finding.severity === 'warning' &&
        finding.id === warning.id &&
        placeOfFinding(finding) === placeOfFinding(warning),
    ),
  );
}

/** All reasons, with this one for the warning of every commons that shares it. */
export function withReasonForAll(options: {
  accept: AcceptedOfCommons[];
  sharers: FoundOfCommons[];
  warning: PreflightFinding;
  reason: string;
}): AcceptedOfCommons[] {
  const { accept, sharers, warning, reason } = options;
  return sharers.reduce(
    (all, { hostname }) =>
      withAcceptedOf(
        all,
        hostname,
        withReason(acceptedOf(all, hostname), warning, reason),
      ),
    accept,
  );
}

import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { StoredMember } from '../store/SourceStore';

/**
 * What of a source's status concerns one commons: only quarantine and findings of members that describe it, or that claim
 * its hostname without being readable. Counts and everything else stay the source's. Pure.
 *
 * @returns undefined when the source does not know the commons
 */
export function narrowToCommons(options: {
  status: SourceStatus;
  members: readonly StoredMember[];
  hostname: string;
}): SourceStatus | undefined {
  const { status, members, hostname } = options;
  const concerned = new Set(
    members
      .filter(
        ({ commons, quarantine }) =>
          commons?.hostname === hostname || quarantine?.hostname === hostname,
      )
      .map(({ member }) => member),
  );
  if (concerned.size === 0) {
    return undefined;
  }
  return {
    ...status,
    quarantined: status.quarantined.filter(({ member }) =>
      concerned.has(member),
    ),
    findings: status.findings.filter(({ member }) => concerned.has(member)),
  };
}

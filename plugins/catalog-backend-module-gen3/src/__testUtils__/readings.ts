import { DiscoveredCommons, MemberReading } from '../sources/types';

/** A commons as a git source would describe it. */
export function commonsOf(
  hostname: string,
  facts: Partial<DiscoveredCommons> = {},
): DiscoveredCommons {
  const path = `prod/${hostname}/values.yaml`;
  return {
    hostname,
    hostnameFrom: 'values',
    services: [{ name: 'fence', imageTag: '2026.07' }, { name: 'indexd' }],
    meshMembers: [],
    provenance: {
      repo: 'https://git.example.org/fleet',
      path,
      location: `git:https://git.example.org/fleet//${path}`,
    },
    ...facts,
  };
}

/** A member that could be read. */
export function readable(
  hostname: string,
  facts: Partial<DiscoveredCommons> = {},
  member = `prod/${hostname}`,
): MemberReading {
  return {
    kind: 'commons',
    member,
    commons: commonsOf(hostname, facts),
    findings: [],
  };
}

/** A member that could not be read. */
export function broken(member: string, hostname?: string): MemberReading {
  return {
    kind: 'quarantined',
    member,
    ...(hostname ? { hostname } : {}),
    finding: {
      severity: 'error',
      code: 'yaml-syntax',
      message: `${member} breaks in line 3`,
      fix: 'Correct it.',
      line: 3,
    },
  };
}

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

/** A member with a value file that does not exist, so that its folder's name stands in for its hostname. */
export function incomplete(folder: string, member: string): MemberReading {
  return {
    kind: 'commons',
    member,
    commons: commonsOf(folder, { hostnameFrom: 'folder', services: [] }),
    findings: [
      {
        severity: 'error',
        code: 'values-missing',
        message: 'There is no "values.yaml"',
        fix: 'Add it.',
      },
      {
        severity: 'info',
        code: 'folder-is-not-hostname',
        message: 'The folder is not the hostname',
        fix: 'Nothing.',
      },
    ],
    incomplete: true,
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

/** A commons as a cluster knows it. */
export function runningOf(
  hostname: string,
  facts: Partial<DiscoveredCommons> = {},
): DiscoveredCommons {
  const { cluster = 'east-1', namespace = 'heart' } = facts;
  const path = `${cluster}/${namespace}`;
  return {
    hostname,
    hostnameFrom: 'configmap',
    flavour: 'helm',
    services: [],
    running: [{ name: 'fence', tag: '2026.08' }, { name: 'sheepdog' }],
    meshMembers: [],
    cluster,
    namespace,
    provenance: { repo: 'cluster', path, location: `gen3-cluster:${path}` },
    ...facts,
  };
}

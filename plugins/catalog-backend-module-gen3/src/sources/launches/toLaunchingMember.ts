import {
  LAUNCHING_LIFECYCLE,
  type PendingLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { MemberReading } from '../types';

/**
 * A commons that is on its way, as a member of the source that will find it. Nobody asks it: nothing need answer there yet, and a
 * launch that takes its time is no outage.
 */
export function toLaunchingMember(
  launch: PendingLaunch,
  repository: { repo: string; location: string },
): MemberReading {
  const { id, hostname, title, owner, file, frontendRoot, dictionaryUrl } =
    launch;
  const { environment, services, cluster, namespace } = launch;
  return {
    kind: 'commons',
    member: `change:${id}`,
    commons: {
      hostname,
      hostnameFrom: 'change',
      ...(title === undefined ? {} : { title }),
      owner,
      flavour: 'helm',
      environment,
      lifecycle: LAUNCHING_LIFECYCLE,
      probing: 'off',
      services,
      ...(dictionaryUrl === undefined ? {} : { dictionaryUrl }),
      ...(frontendRoot === 'gen3ff' ? { frontendRoot } : {}),
      meshMembers: [],
      cluster,
      namespace,
      provenance: { ...repository, path: file },
    },
    findings: [],
  };
}

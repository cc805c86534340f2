import {
  LAUNCHING_LIFECYCLE,
  type PendingLaunch,
  RETIRED_LIFECYCLE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { MemberReading } from '../types';

/**
 * A commons that is on its way, or was taken away, as a member of the source that will find it or did. Nobody asks it: nothing need answer there,
 * and a launch that takes its time is no outage. What is retired runs nowhere: others may have its place in the cluster by now.
 */
export function toLaunchingMember(
  launch: PendingLaunch,
  repository: { repo: string; location: string },
): MemberReading {
  const { id, hostname, title, owner, file, frontendRoot, dictionaryUrl } =
    launch;
  const { environment, services, cluster, namespace } = launch;
  const { lifecycle = LAUNCHING_LIFECYCLE } = launch;
  const isRetired = lifecycle === RETIRED_LIFECYCLE;
  return {
    kind: 'commons',
    member: `change:${id}`,
    commons: {
      hostname,
      hostnameFrom: 'change',
      ...(title === undefined ? {} : { title }),
      owner,
      flavour: 'helm',
      ...(isRetired ? {} : { environment }),
      lifecycle,
      probing: 'off',
      services: isRetired ? [] : services,
      ...(dictionaryUrl === undefined ? {} : { dictionaryUrl }),
      ...(frontendRoot === 'gen3ff' ? { frontendRoot } : {}),
      meshMembers: [],
      ...(isRetired ? {} : { cluster, namespace }),
      provenance: { ...repository, path: file },
    },
    findings: [],
  };
}

import type { FleetMember } from '../fleet/FleetMember';

/** A commons of the fleet with complete defaults; its names follow the hostname. */
export function fleetMember(
  hostname: string,
  facts: Partial<FleetMember> = {},
): FleetMember {
  return {
    entityRef: `system:default/${hostname}`,
    namespace: 'default',
    name: hostname,
    hostname,
    baseUrl: `https://${hostname}`,
    title: `${hostname} title`,
    tier: 'production',
    owner: 'group:default/csoc',
    relationship: 'managed',
    probing: 'on',
    services: ['fence', 'indexd'],
    frontendRoot: 'portal',
    meshMembers: [],
    ...facts,
  };
}

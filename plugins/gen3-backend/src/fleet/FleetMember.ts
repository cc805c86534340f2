import { createHash } from 'node:crypto';
import type {
  FrontendRoot,
  KubernetesPlacement,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** What the fleet keeps of a commons' catalog entity. */
export interface FleetMember {
  entityRef: string;
  namespace: string;
  name: string;
  hostname: string;
  baseUrl: string;
  title: string;
  tier: string;
  /** Reference of the owning entity. */
  owner: string;
  relationship: 'managed' | 'associated';
  probing: 'on' | 'off';
  services: string[];
  /** Which front end answers at `/`. */
  frontendRoot: FrontendRoot;
  source?: string;
  release?: string;
  meshRole?: 'hub' | 'node';
  /** On hubs: hostnames of the members. */
  meshMembers: string[];
  /** Where its workloads run; absent when no cluster that Backstage knows is named. */
  kubernetes?: KubernetesPlacement;
  /** Its cluster, also where nobody names the namespace. @defaultValue that of `kubernetes` */
  kubernetesCluster?: string;
  /** Name of its cluster's entity, also where Backstage does not know the cluster. */
  cluster?: string;
}

/** The columns of `gen3_commons` that come from the catalog. */
export function buildProjectionRow(member: FleetMember) {
  const row = {
    entity_ref: member.entityRef,
    namespace: member.namespace,
    name: member.name,
    hostname: member.hostname,
    title: member.title,
    tier: member.tier,
    owner: member.owner,
    source: member.source ?? null,
    release: member.release ?? null,
    relationship: member.relationship,
    mesh_role: member.meshRole ?? null,
    probing: member.probing,
    base_url: member.baseUrl,
    frontend_root: member.frontendRoot,
    kubernetes_cluster:
      member.kubernetes?.cluster ?? member.kubernetesCluster ?? null,
    kubernetes_namespace: member.kubernetes?.namespace ?? null,
    declared_cluster: member.cluster ?? null,
    services_json: JSON.stringify(member.services),
    search_text: [member.hostname, member.title, ...member.services]
      .join('\n')
      .toLocaleLowerCase('en-US'),
  };
  const hash = createHash('sha256')
    .update(JSON.stringify([row, member.meshMembers]))
    .digest('hex');
  return { ...row, projection_hash: hash };
}

/** The rows of `gen3_mesh_members` that a hub's entity declares: its members and itself. */
export function buildMeshRows(member: FleetMember) {
  if (member.meshRole !== 'hub') {
    return [];
  }
  return [...new Set([member.hostname, ...member.meshMembers])].map(
    hostname => ({
      hub_ref: member.entityRef,
      hub_hostname: member.hostname,
      member_hostname: hostname,
    }),
  );
}

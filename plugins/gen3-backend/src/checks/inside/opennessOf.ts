import type {
  KubernetesObject,
  KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { matchesSelector } from './matchesSelector';

/** A NetworkPolicy, as much of it as the portal reads. */
export type Policy = KubernetesObject<'networkpolicies'>;
type Spec = NonNullable<Policy['spec']>;
/** Whom a rule means. */
export type Peer = Spec['ingress'][number]['from'][number];
/** To a pod, or from it. */
export type Direction = 'Ingress' | 'Egress';
/** Whether something gets through; `doubtful` where that depends on what a policy does not say. */
export type Openness = 'open' | 'doubtful' | 'shut';

const WIDEST_FIRST: Openness[] = ['open', 'doubtful', 'shut'];

/** What name servers listen at, in the pods of several distributions of Kubernetes. */
const NAME_SERVER_PORTS: (number | string)[] = [
  53,
  1053,
  5353,
  'dns',
  'dns-tcp',
];

/** The policies that decide what a pod gets in one direction: those that select it there. */
export function listDeciding(
  policies: Policy[],
  pod: KubernetesPod,
  direction: Direction,
): Policy[] {
  return policies.filter(
    policy =>
      isFor(policy, direction) &&
      matchesSelector(policy.spec?.podSelector, pod),
  );
}

/**
 * Whether policies let a pod through in one direction: where none decides, everybody gets through; else whom one of them allows
 * (`kubernetes:staging/src/k8s.io/api/networking/v1/types.go`).
 *
 * Ports count for nothing but this: a rule for those of name servers alone is for looking up names, and lets nobody answer a request
 * (`gen3-helm:helm/gen3-network-policies/templates/allowdns_netpolicy.yaml` lets all pods out to all others so).
 *
 * @param judgePeer - whether a peer is one that matters.
 */
export function opennessOf(
  deciding: Policy[],
  direction: Direction,
  judgePeer: (peer: Peer, policy: Policy) => Openness,
): Openness {
  if (deciding.length === 0) return 'open';
  return widestOf(
    deciding.flatMap(policy =>
      rulesOf(policy, direction)
        .filter(({ ports }) => !areOfNameServers(ports))
        .map(({ peers }) =>
          peers.length === 0
            ? 'open'
            : widestOf(peers.map(peer => judgePeer(peer, policy))),
        ),
    ),
  );
}

/** What gets through by any of several ways; nothing does where there are none. */
export function widestOf(several: Openness[]): Openness {
  return WIDEST_FIRST.find(each => several.includes(each)) ?? 'shut';
}

function rulesOf({ spec }: Policy, direction: Direction) {
  return direction === 'Ingress'
    ? (spec?.ingress ?? []).map(({ from, ports }) => ({ peers: from, ports }))
    : (spec?.egress ?? []).map(({ to, ports }) => ({ peers: to, ports }));
}

/** A policy that names no types is one for ingress, and for egress if it has rules for it. */
function isFor({ spec }: Policy, direction: Direction): boolean {
  const types = spec?.policyTypes ?? [];
  return types.length === 0
    ? direction === 'Ingress' || (spec?.egress ?? []).length > 0
    : types.includes(direction);
}

function areOfNameServers(ports: (number | string)[]): boolean {
  return (
    ports.length > 0 && ports.every(port => NAME_SERVER_PORTS.includes(port))
  );
}

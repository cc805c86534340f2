import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesObject,
  KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { createKindAndPodsCheck } from './createKindCheck';
import type { PlaceOptions } from './createPlaceCheck';
import { listNames } from './listNames';
import { matchesSelector } from './matchesSelector';

type Policy = KubernetesObject<'networkpolicies'>;
type Direction = 'Ingress' | 'Egress';

/** Users come in through this service; what others may not reach is a choice. */
const ENTRY = 'revproxy';

/** Network policies let somebody in to the gateway of the commons, and the gateway out to its services. */
export function createNetworkPoliciesCheck(options: PlaceOptions): Check {
  return createKindAndPodsCheck({
    ...options,
    name: 'network-policies',
    kind: 'networkpolicies',
    judge: (policies, pods) => judgeNetworkPolicies({ policies, pods }),
  });
}

/**
 * Judges NetworkPolicies as Kubernetes does: a pod that any policy selects for a direction gets only what one of them allows
 * there. revproxy that nobody may reach, or that may reach nobody, cuts the commons off. The chart first forbids everything and then
 * opens what it needs (`gen3-helm:helm/gen3-network-policies/templates/allow_nothing_netpolicy.yaml`, `helm/revproxy/templates/netpolicy.yaml`), so each policy alone says nothing.
 *
 * Reasons are clauses that follow "Network policies".
 */
export function judgeNetworkPolicies(input: {
  policies: Policy[];
  pods: KubernetesPod[];
}): Verdict {
  const { policies, pods } = input;
  const unread = policies.filter(({ spec }) => !spec?.podSelector);
  const entry = pods.filter(({ metadata }) => metadata.labels?.app === ENTRY);
  if (policies.length > 0 && entry.length === 0) {
    return unknown(`cannot be judged: ${ENTRY} has no pods`);
  }
  for (const pod of entry) {
    const inward = findClosed({ policies, pod, direction: 'Ingress' });
    if (inward) return isolated(`let nobody in to ${ENTRY}: ${inward}`);
    const outward = findClosed({ policies, pod, direction: 'Egress' });
    if (outward) {
      return isolated(`let ${ENTRY} reach no service: ${outward}`);
    }
  }
  return unread.length > 0
    ? unknown(`cannot be judged: ${namesOf(unread)} does not say whom it means`)
    : { outcome: 'up', cause: 'ok', reason: `let users in to ${ENTRY}` };
}

/** Names of the policies that forbid a direction altogether; undefined when none or not all of those that select the pod do. */
function findClosed(about: {
  policies: Policy[];
  pod: KubernetesPod;
  direction: Direction;
}): string | undefined {
  const { policies, pod, direction } = about;
  const selecting = policies.filter(
    policy =>
      isFor(policy, direction) &&
      matchesSelector(policy.spec?.podSelector, pod),
  );
  const isOpen = selecting.some(({ spec }) => rulesOf(spec, direction) > 0);
  return selecting.length > 0 && !isOpen ? namesOf(selecting) : undefined;
}

/** A policy that names no types is one for ingress, and for egress if it has rules for it. */
function isFor({ spec }: Policy, direction: Direction): boolean {
  const types = spec?.policyTypes ?? [];
  return types.length === 0
    ? direction === 'Ingress' || rulesOf(spec, direction) > 0
    : types.includes(direction);
}

function rulesOf(spec: Policy['spec'], direction: Direction): number {
  return (direction === 'Ingress' ? spec?.ingress : spec?.egress)?.length ?? 0;
}

function namesOf(policies: Policy[]): string {
  return listNames(policies.map(({ metadata }) => metadata.name));
}

function isolated(reason: string): Verdict {
  return { outcome: 'degraded', cause: 'isolated', reason };
}

function unknown(reason: string): Verdict {
  return { outcome: 'unknown', cause: 'not-visible', reason };
}

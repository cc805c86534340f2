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

/** Users come in through this service. */
const ENTRY = 'revproxy';

/** Network policies let somebody in to the gateway of the commons, and the gateway out to its services. */
export function createNetworkPoliciesCheck(
  options: PlaceOptions & {
    /** Names of the services that answer users, by way of revproxy. */
    serving: string[];
  },
): Check {
  return createKindAndPodsCheck({
    ...options,
    name: 'network-policies',
    kind: 'networkpolicies',
    judge: (policies, pods) =>
      judgeNetworkPolicies({ policies, pods, serving: options.serving }),
  });
}

/**
 * Judges NetworkPolicies as Kubernetes does: a pod that any policy selects for a direction gets only what one of them allows
 * there. A service that nobody may reach, or revproxy that may reach nobody, cuts users off. The chart first forbids everything and then
 * opens what it needs (`gen3-helm:helm/gen3-network-policies/templates/allow_nothing_netpolicy.yaml`, `helm/revproxy/templates/netpolicy.yaml`), so each policy alone says nothing.
 *
 * Reasons are clauses that follow "Network policies".
 */
export function judgeNetworkPolicies(input: {
  policies: Policy[];
  pods: KubernetesPod[];
  serving: string[];
}): Verdict {
  const { policies, pods, serving } = input;
  const unread = policies.filter(({ spec }) => !spec?.podSelector);
  const entry = podsOf(ENTRY, pods);
  if (policies.length > 0 && entry.length === 0) {
    return unknown(`cannot be judged: ${ENTRY} has no pods`);
  }
  for (const name of [ENTRY, ...serving]) {
    const shut = podsOf(name, pods).flatMap(
      pod => findClosed({ policies, pod, direction: 'Ingress' }) ?? [],
    )[0];
    if (shut) return isolated(`let nobody in to ${name}: ${shut}`);
  }
  for (const pod of entry) {
    const outward = findClosed({ policies, pod, direction: 'Egress' });
    if (outward) {
      return isolated(`let ${ENTRY} reach no service: ${outward}`);
    }
  }
  return unread.length > 0
    ? unknown(`cannot be judged: ${namesOf(unread)} does not say whom it means`)
    : { outcome: 'up', cause: 'ok', reason: `let users in to ${ENTRY}` };
}

/** The charts label pods with the name of their service (`gen3-helm:helm/common/templates/_label_setup.tpl`). */
function podsOf(service: string, pods: KubernetesPod[]): KubernetesPod[] {
  return pods.filter(({ metadata }) => metadata.labels?.app === service);
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

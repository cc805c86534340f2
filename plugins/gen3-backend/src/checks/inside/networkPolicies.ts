import type {
  Gen3Service,
  ServiceRegistry,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesObject,
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { createPlaceCheck, type PlaceOptions } from './createPlaceCheck';
import { judgeRead } from './judgeRead';
import { listNames } from './listNames';
import { matchesSelector } from './matchesSelector';
import { selectsPod } from './selectsPod';

type Policy = KubernetesObject<'networkpolicies'>;
type Direction = 'Ingress' | 'Egress';
type Service = Pick<Gen3Service, 'name' | 'deployments'>;

/** Users come in through this service. */
const ENTRY = 'revproxy';

/**
 * Network policies let somebody in to the gateway of the commons, and the gateway out to its services. Whose pods they are is told by workloads,
 * which are listed for the services already; a namespace without policies lets everybody in, whatever else is in it.
 */
export function createNetworkPoliciesCheck(
  options: PlaceOptions & {
    registry: Pick<ServiceRegistry, 'get'>;
    /** The services that answer users, by way of revproxy. */
    serving: Service[];
  },
): Check {
  const { client, place, registry, serving } = options;
  const entry = {
    name: ENTRY,
    deployments: registry.get(ENTRY)?.deployments ?? [],
  };
  return createPlaceCheck({
    name: 'network-policies',
    place,
    judge: async signal => {
      const [policies, pods, deployments, statefulsets] = await Promise.all([
        client.list('networkpolicies', place, { signal }),
        client.list('pods', place, { signal }),
        client.list('deployments', place, { signal }),
        client.list('statefulsets', place, { signal }),
      ]);
      const judge = (items: Policy[]) =>
        judgeRead(pods, { place, kind: 'pods' }, all =>
          judgeRead(deployments, { place, kind: 'deployments' }, some =>
            judgeRead(statefulsets, { place, kind: 'statefulsets' }, others =>
              judgeNetworkPolicies({
                policies: items,
                pods: all,
                workloads: [...some, ...others],
                entry,
                serving,
              }),
            ),
          ),
        );
      const verdict = judgeRead(
        policies,
        { place, kind: 'networkpolicies' },
        items => (items.length > 0 ? judge(items) : letIn([])),
      );
      return { verdict, readAt: policies.readAt };
    },
  });
}

/**
 * Judges NetworkPolicies as Kubernetes does: a pod that any policy selects for a direction gets only what one of them allows
 * there. A service that nobody may reach, or revproxy that may reach nobody, cuts users off. The chart first forbids everything and then
 * opens what it needs (`gen3-helm:helm/gen3-network-policies/templates/allow_nothing_netpolicy.yaml`, `helm/revproxy/templates/netpolicy.yaml`), so each policy alone says nothing.
 *
 * A service without pods is none that policies cut off: its own check says that it has none, and here it is named as not judged.
 *
 * Reasons are clauses that follow "Network policies".
 */
export function judgeNetworkPolicies(input: {
  /** One at least. */
  policies: Policy[];
  pods: KubernetesPod[];
  /** Deployments and StatefulSets. */
  workloads: KubernetesWorkload[];
  /** The gateway. */
  entry: Service;
  serving: Service[];
}): Verdict {
  const { policies, entry, serving } = input;
  const unread = policies.filter(({ spec }) => !spec?.podSelector);
  const own = podsOf(entry, input);
  if (own.length === 0) {
    return unknown(`cannot be judged: ${entry.name} has no pods`);
  }
  for (const service of [entry, ...serving]) {
    const shut = podsOf(service, input).flatMap(
      pod => findClosed({ policies, pod, direction: 'Ingress' }) ?? [],
    )[0];
    if (shut) return isolated(`let nobody in to ${service.name}: ${shut}`);
  }
  for (const pod of own) {
    const outward = findClosed({ policies, pod, direction: 'Egress' });
    if (outward) {
      return isolated(`let ${entry.name} reach no service: ${outward}`);
    }
  }
  return unread.length > 0
    ? unknown(`cannot be judged: ${namesOf(unread)} does not say whom it means`)
    : letIn(
        serving.filter(
          service =>
            service.deployments.length > 0 &&
            podsOf(service, input).length === 0,
        ),
      );
}

/**
 * Pods of the workloads that a service consists of, by the selectors of these: labels differ from chart to chart
 * (`gen3-helm:helm/fence/templates/presigned-url-fence.yaml`, `helm/access-backend/templates/_helpers.tpl`).
 */
function podsOf(
  { deployments }: Service,
  found: { pods: KubernetesPod[]; workloads: KubernetesWorkload[] },
): KubernetesPod[] {
  const own = found.workloads.filter(({ metadata }) =>
    deployments.includes(metadata.name),
  );
  return found.pods.filter(pod =>
    own.some(workload => selectsPod(workload, pod)),
  );
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

function letIn(unseen: Service[]): Verdict {
  const also =
    unseen.length > 0
      ? `; no pods to judge by of ${listNames(unseen.map(({ name }) => name))}`
      : '';
  return {
    outcome: 'up',
    cause: 'ok',
    reason: `let users in to ${ENTRY}${also}`,
  };
}

function isolated(reason: string): Verdict {
  return { outcome: 'degraded', cause: 'isolated', reason };
}

function unknown(reason: string): Verdict {
  return { outcome: 'unknown', cause: 'not-visible', reason };
}

import type {
  Gen3Service,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { findWays, type Way } from './findWays';
import { listNames } from './listNames';
import type { Openness, Policy } from './opennessOf';
import { selectsPod } from './selectsPod';

/** A service of which network policies are judged. */
export type PolicedService = Pick<Gen3Service, 'name' | 'deployments'>;

/**
 * Judges NetworkPolicies by the ways that users take: in to the gateway, and from there to each service that answers them, which has to be
 * open at both ends. The chart first forbids everything and then opens what it needs
 * (`gen3-helm:helm/gen3-network-policies/templates/allow_nothing_netpolicy.yaml`), so each policy alone says nothing; and many a rule is for
 * others: jobs come in everywhere, and all pods go out to databases.
 *
 * A service without pods is none that policies cut off: its own check says that it has none, and here it is named as not judged.
 *
 * Reasons are clauses that follow "Network policies".
 */
export function judgeNetworkPolicies(input: {
  namespace: string;
  policies: Policy[];
  pods: KubernetesPod[];
  /** Deployments and StatefulSets. */
  workloads: KubernetesWorkload[];
  /** The gateway. */
  entry: PolicedService;
  /** The services that answer users; the gateway may be among them. */
  serving: PolicedService[];
}): Verdict {
  const { policies, entry, serving } = input;
  // Without any, everybody is let in, whatever is there.
  if (policies.length === 0) return letUsersIn(entry, []);
  const gateway = { name: entry.name, pods: podsOf(entry, input) };
  if (gateway.pods.length === 0) {
    return unknown(`${entry.name} has no pods`);
  }
  const services = serving
    .filter(each => each.name !== entry.name && each.deployments.length > 0)
    .map(each => ({ name: each.name, pods: podsOf(each, input) }));
  const { inward, toServices, outward } = findWays({
    ...input,
    gateway,
    services,
  });
  const stages = [
    describeWays(inward, 'let users in to'),
    describeWays(toServices, `let ${entry.name} in to`),
    describeWays(outward, `let ${entry.name} out to`),
  ];
  const [shut] = stages.flatMap(each => each('shut') ?? []);
  if (shut) {
    const reason = `do not ${shut.way}: ${shut.policies}`;
    return { outcome: 'degraded', cause: 'isolated', reason };
  }
  const unread = policies.filter(({ spec }) => !spec?.podSelector);
  if (unread.length > 0) {
    return unknown(`${namesOf(unread)} does not say whom it means`);
  }
  const [doubtful] = stages.flatMap(each => each('doubtful') ?? []);
  return doubtful
    ? unknown(
        `whether they ${doubtful.way} depends on addresses or namespaces that are named by ${doubtful.policies}`,
      )
    : letUsersIn(
        entry,
        services.filter(({ pods }) => pods.length === 0),
      );
}

/** Tells those of several ways that are as open as asked for; undefined when none is. Where all of many are, none is to be looked at alone. */
function describeWays(ways: Way[], verb: string) {
  return (openness: Openness) => {
    const found = ways.filter(way => way.openness === openness);
    const services = servicesOf(found);
    const areAll =
      services.length > 1 && services.length === servicesOf(ways).length;
    return services.length > 0
      ? {
          way: `${verb} ${areAll ? 'any service' : listNames(services)}`,
          policies: namesOf(found.flatMap(({ policies }) => policies)),
        }
      : undefined;
  };
}

function servicesOf(ways: Way[]): string[] {
  return [...new Set(ways.map(({ service }) => service))];
}

/**
 * Pods of the workloads that a service consists of, by the selectors of these: labels differ from chart to chart
 * (`gen3-helm:helm/fence/templates/presigned-url-fence.yaml`, `helm/access-backend/templates/_helpers.tpl`).
 */
function podsOf(
  { deployments }: PolicedService,
  found: { pods: KubernetesPod[]; workloads: KubernetesWorkload[] },
): KubernetesPod[] {
  const own = found.workloads.filter(({ metadata }) =>
    deployments.includes(metadata.name),
  );
  return found.pods.filter(pod =>
    own.some(workload => selectsPod(workload, pod)),
  );
}

function namesOf(policies: Policy[]): string {
  return listNames([...new Set(policies.map(({ metadata }) => metadata.name))]);
}

function letUsersIn(
  { name }: PolicedService,
  unseen: { name: string }[],
): Verdict {
  const also =
    unseen.length > 0
      ? `; no pods to judge by of ${listNames(unseen.map(each => each.name))}`
      : '';
  return {
    outcome: 'up',
    cause: 'ok',
    reason: `let users in to ${name}${also}`,
  };
}

function unknown(why: string): Verdict {
  return {
    outcome: 'unknown',
    cause: 'not-visible',
    reason: `cannot be judged: ${why}`,
  };
}

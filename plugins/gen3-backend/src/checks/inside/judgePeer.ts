import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { matchesSelector } from './matchesSelector';
import type { Openness, Peer, Policy } from './opennessOf';

type Selector = NonNullable<Peer['podSelector']>;

/** Every namespace has this label since Kubernetes 1.21; others that select are those of other namespaces. */
const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

/**
 * Whether a peer is users or the load balancer that they come by. Addresses are: the chart names all of them
 * (`gen3-helm:helm/revproxy/templates/netpolicy.yaml`). So is another namespace, such as that of an Ingress controller; but one that is let in to
 * all pods alike may only fetch metrics (`cloud-automation:kube/services/netpolicy/base/metrics_netpolicy.yaml`). Pods beside the gateway are none:
 * they are services and jobs (`gen3-helm:helm/gen3-network-policies/templates/gen3job_netpolicy.yaml`).
 */
export function judgePeerAsUsers(
  { podSelector, namespaceSelector, ipBlock }: Peer,
  { spec }: Policy,
  namespace: string,
): Openness {
  if (ipBlock) return 'open';
  if (!namespaceSelector) return podSelector ? 'shut' : 'doubtful';
  if (isEmpty(namespaceSelector) && isEmpty(podSelector)) return 'open';
  if (namespaceSelector.matchLabels[NAMESPACE_LABEL] === namespace) {
    return 'shut';
  }
  return isEmpty(spec?.podSelector) ? 'doubtful' : 'open';
}

/**
 * Whether a peer is a pod of the namespace. Addresses may be those of pods: network plugins differ, and Kubernetes advises against it
 * (`kubernetes/website:content/en/docs/concepts/services-networking/network-policies.md`).
 */
export function judgePeerAsPod(
  { podSelector, namespaceSelector, ipBlock }: Peer,
  pod: KubernetesPod,
  namespace: string,
): Openness {
  if (ipBlock || !(podSelector ?? namespaceSelector)) return 'doubtful';
  const own = {
    metadata: {
      name: namespace,
      labels: { [NAMESPACE_LABEL]: namespace },
      ownerReferences: [],
    },
  };
  const isHere = !namespaceSelector || matchesSelector(namespaceSelector, own);
  return isHere && (!podSelector || matchesSelector(podSelector, pod))
    ? 'open'
    : 'shut';
}

/** One that is left out is of no more weight than one that says nothing. */
function isEmpty(selector: Selector | undefined): boolean {
  return (
    !selector ||
    Object.keys(selector.matchLabels).length +
      selector.matchExpressions.length ===
      0
  );
}

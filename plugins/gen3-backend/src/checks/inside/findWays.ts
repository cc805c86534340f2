import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgePeerAsPod, judgePeerAsUsers } from './judgePeer';
import {
  listDeciding,
  type Openness,
  opennessOf,
  type Policy,
} from './opennessOf';

/** One end of a way that users take. */
export interface Way {
  /** The service whose users take it. */
  service: string;
  openness: Openness;
  /** The policies that decide it. */
  policies: Policy[];
}

interface Policed {
  name: string;
  pods: KubernetesPod[];
}

/** The ways that users take: in to the gateway, from there in to each service, and out of the gateway to each service. */
export function findWays(about: {
  namespace: string;
  policies: Policy[];
  gateway: Policed;
  services: Policed[];
}): Record<'inward' | 'toServices' | 'outward', Way[]> {
  const { namespace, policies, services } = about;
  const gateway = distinct(about.gateway.pods);
  const ends = services.flatMap(({ name, pods }) =>
    distinct(pods).map(pod => ({ service: name, pod })),
  );
  return {
    inward: gateway.map(pod => {
      const deciding = listDeciding(policies, pod, 'Ingress');
      return {
        service: about.gateway.name,
        openness: opennessOf(deciding, 'Ingress', (peer, policy) =>
          judgePeerAsUsers(peer, policy, namespace),
        ),
        policies: deciding,
      };
    }),
    toServices: ends.flatMap(({ service, pod }) => {
      const deciding = listDeciding(policies, pod, 'Ingress');
      return gateway.map(from => ({
        service,
        openness: opennessOf(deciding, 'Ingress', peer =>
          judgePeerAsPod(peer, from, namespace),
        ),
        policies: deciding,
      }));
    }),
    outward: gateway.flatMap(from => {
      const deciding = listDeciding(policies, from, 'Egress');
      return ends.map(({ service, pod }) => ({
        service,
        openness: opennessOf(deciding, 'Egress', peer =>
          judgePeerAsPod(peer, pod, namespace),
        ),
        policies: deciding,
      }));
    }),
  };
}

/** One of those that policies cannot tell apart: a fleet has tens of thousands of pods, and nearly all have the labels of another. */
function distinct(pods: KubernetesPod[]): KubernetesPod[] {
  const byLabels = new Map(
    pods.map(pod => [JSON.stringify(pod.metadata.labels ?? {}), pod]),
  );
  return [...byLabels.values()];
}

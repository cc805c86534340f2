import {
  GATEWAY_SERVICE,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Check } from '../types';
import { createPlaceCheck, type PlaceOptions } from './createPlaceCheck';
import { judgeInPart } from './judgeInPart';
import {
  judgeNetworkPolicies,
  type PolicedService,
} from './judgeNetworkPolicies';
import { judgeRead } from './judgeRead';
import { listRunning } from './listRunning';

/**
 * Network policies let users in to the gateway of the commons, and the gateway out to its services. Whose pods they are is told by workloads,
 * which are listed for the services already; a namespace without policies lets everybody in, whatever else is in it.
 */
export function createNetworkPoliciesCheck(
  options: PlaceOptions & {
    registry: Pick<ServiceRegistry, 'get'>;
    /** The services that answer users, by way of revproxy. */
    serving: PolicedService[];
  },
): Check {
  const { client, place, registry, serving } = options;
  const entry = {
    name: GATEWAY_SERVICE,
    deployments: registry.get(GATEWAY_SERVICE)?.deployments ?? [],
  };
  return createPlaceCheck({
    name: 'network-policies',
    place,
    judge: async signal => {
      const [reading, { readings, pods, workloads }] = await Promise.all([
        client.list('networkpolicies', place, { signal }),
        listRunning(client, place, { signal }),
      ]);
      const verdict = judgeRead(
        reading,
        { place, kind: 'networkpolicies' },
        policies => {
          const { namespace } = place;
          const found = { namespace, policies, pods, workloads };
          const judged = judgeNetworkPolicies({ ...found, entry, serving });
          // Without policies there is nothing that pods or workloads could show.
          return policies.length > 0
            ? judgeInPart(place, readings, judged)
            : judged;
        },
      );
      return { verdict, readAt: reading.readAt };
    },
  });
}

import type { Gen3Service } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Check } from '../types';
import { createPlaceCheck, type PlaceOptions } from './createPlaceCheck';
import { findEmptyPlace } from './findEmptyPlace';
import { findUnread } from './findUnread';
import { judgeOtherPods } from './judgeOtherPods';
import { listRunning } from './listRunning';
import type { RestartMemory } from './RestartMemory';

/**
 * The pods that no declared service has, such as those of the database and the search engine that the chart brings along
 * (`gen3-helm:helm/gen3/values.yaml`, `global.dev`), all serve. Whose pods they are can only be told where Deployments and
 * StatefulSets can be read, too; all three are listed for the services already.
 */
export function createPodsCheck(
  options: PlaceOptions & {
    /** Those that the commons declares; each has a check of its own. */
    services: Pick<Gen3Service, 'deployments'>[];
    /** Keeps what rounds see of restarts. */
    restarts: RestartMemory;
  },
): Check {
  const { client, place, services, restarts } = options;
  const declared = new Set(services.flatMap(({ deployments }) => deployments));
  return createPlaceCheck({
    name: 'pods',
    place,
    judge: async signal => {
      const { readings, pods, workloads } = await listRunning(client, place, {
        signal,
      });
      const now = options.now();
      const verdict =
        findUnread(place, readings) ??
        judgeOtherPods({
          pods,
          workloads,
          emptyPlace: findEmptyPlace(place, Object.values(readings)),
          declared,
          recentRestarts: restarts.see(pods, place, now),
          now,
        });
      return { verdict, readAt: readings.pods.readAt };
    },
  });
}

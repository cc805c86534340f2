import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  type ClusterClient,
  ProxyClusterClient,
  type ProxyClusterClientDeps,
  WideClusterClient,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** However long an interval is, a round looks at nothing older. */
const MAX_AGE_MS = 20_000;
const MAX_SLOW_AGE_MS = 60_000;

/**
 * Makes what reads clusters: for pages, which somebody looks at now, and for the rounds of the collector. Rounds of one cluster
 * are spread over the interval, so they may share what is a third of it old; what changes rarely is read once in an interval. So no
 * card is older than two intervals, and nothing that is shared is ever stale.
 *
 * @param options - `intervalMs`: between two rounds of a commons.
 * @throws InputError that names the full path of a bad key of `gen3.kubernetes`.
 */
export function createClusterClients(
  config: RootConfigService,
  options: ProxyClusterClientDeps & { intervalMs: number },
): { forPages: ClusterClient; forRounds: ClusterClient } {
  const { intervalMs, ...deps } = options;
  const slowMaxAgeMs = Math.min(intervalMs, MAX_SLOW_AGE_MS);
  const client = ProxyClusterClient.fromConfig(config, {
    ...deps,
    slowMaxAgeMs,
  });
  return {
    forPages: client,
    forRounds: WideClusterClient.create({
      client,
      maxAgeMs: Math.min(intervalMs / 3, MAX_AGE_MS),
      slowMaxAgeMs,
      now: deps.now,
    }),
  };
}

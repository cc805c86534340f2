import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  type ClusterClient,
  ProxyClusterClient,
  type ProxyClusterClientDeps,
  WideClusterClient,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** However long an interval is, a round looks at nothing older. */
const MAX_AGE_MS = 10_000;
/** Commons of a cluster are asked together, so what their rounds share need not be older than this part of an interval, or 5 s. */
const SHARED_PART = 1 / 6;

/**
 * Makes what reads clusters: for pages, which somebody looks at now, and for the rounds of the collector, which
 * share lists of whole clusters.
 *
 * @param options - `intervalMs`: between two rounds of a commons.
 * @throws InputError that names the full path of a bad key of `gen3.kubernetes`.
 */
export function createClusterClients(
  config: RootConfigService,
  options: ProxyClusterClientDeps & { intervalMs: number },
): { forPages: ClusterClient; forRounds: ClusterClient } {
  const { intervalMs, ...deps } = options;
  const client = ProxyClusterClient.fromConfig(config, deps);
  return {
    forPages: client,
    forRounds: WideClusterClient.create({
      client,
      maxAgeMs: Math.min(intervalMs * SHARED_PART, MAX_AGE_MS),
      now: deps.now,
    }),
  };
}

import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  type ClusterClient,
  type ClusterVersions,
  ProxyClusterClient,
  type ProxyClusterClientDeps,
  WideClusterClient,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** However long an interval is, a round looks at nothing older. */
const MAX_AGE_MS = 10_000;
/** Commons of a cluster are asked together, so what their rounds share need not be older than this part of an interval. */
const SHARED_PART = 1 / 6;

/** A list ends before the check that waits for it is cut off, so that the check can say what the cluster did. */
const GUARD_PART = 0.9;

/**
 * Makes what reads clusters: for pages, which somebody looks at now, and for the rounds of the collector, which
 * share lists of whole clusters.
 *
 * @param options - `intervalMs`: between two rounds of a commons; `checkGuardMs`: when a check is cut off.
 * @throws InputError that names the full path of a bad key of `gen3.kubernetes`.
 */
export function createClusterClients(
  config: RootConfigService,
  options: ProxyClusterClientDeps & {
    intervalMs: number;
    checkGuardMs: number;
  },
): { forPages: ClusterClient & ClusterVersions; forRounds: ClusterClient } {
  const { intervalMs, checkGuardMs, ...deps } = options;
  const client = ProxyClusterClient.fromConfig(config, {
    ...deps,
    maxTimeoutMs: checkGuardMs * GUARD_PART,
  });
  return {
    forPages: client,
    forRounds: WideClusterClient.create({
      client,
      maxAgeMs: Math.min(intervalMs * SHARED_PART, MAX_AGE_MS),
      // Two rounds: who is asked in each counts all the time.
      windowMs: 2 * intervalMs,
      now: deps.now,
    }),
  };
}

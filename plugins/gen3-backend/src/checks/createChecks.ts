import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  probesOf,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createCertificateCheck } from './certificate';
import { createInsideChecks } from './inside/createInsideChecks';
import { RestartMemory } from './inside/RestartMemory';
import { createIssuerCheck } from './issuer';
import { createMaintenanceCheck } from './maintenance';
import { reportMistakes } from './reportMistakes';
import { type CommonsClient, Round } from './Round';
import { createServiceProbe } from './serviceProbe';
import type { Checks } from './types';

/** What {@link createChecks} needs. */
export interface CreateChecksOptions {
  client: CommonsClient;
  /** Reads the clusters that commons run in. */
  clusters: ClusterClient;
  registry: ServiceRegistry;
  logger: LoggerService;
  /** What rounds see of restarts. @defaultValue one of its own */
  restarts?: RestartMemory;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
  /** A certificate that ends in fewer days is `degraded`. @defaultValue 21 */
  certificateWarningDays?: number;
  /**
   * Milliseconds that one check may take of the commons, once it is its turn; at most what the collector gives a check, or its deadline hides why a
   * commons does not answer. @defaultValue 10000
   */
  timeoutMs?: number;
}

/**
 * The checks of a commons. From outside, all anonymous: its certificate, maintenance mode, fence's issuer and the status of
 * every service that has a public one. From inside, where its cluster is connected: the workloads of its services.
 */
export function createChecks(options: CreateChecksOptions): Checks {
  const {
    client,
    clusters,
    registry,
    logger,
    restarts = RestartMemory.create(),
    now = Date.now,
    certificateWarningDays: warningDays = 21,
    timeoutMs = 10_000,
  } = options;
  return {
    for(target, { fresh = false } = {}) {
      const round = Round.create({ client, target, now, timeoutMs });
      const shared = { round, now };
      const fence = registry.get('fence');
      const probes = target.services.flatMap(service => {
        const row = registry.get(service);
        const asked = row ? probesOf(row, target.frontendRoot) : [];
        return asked.map(probe =>
          createServiceProbe({ ...shared, service, probe }),
        );
      });
      const checks = [
        createCertificateCheck({ ...shared, warningDays }),
        createMaintenanceCheck(shared),
        ...(target.services.includes('fence')
          ? [createIssuerCheck({ ...shared, fence: fence?.probes[0] })]
          : []),
        ...probes,
        ...createInsideChecks({
          client: fresh ? readAnew(clusters, now()) : clusters,
          target,
          registry,
          restarts,
          now,
        }),
      ];
      return reportMistakes({ checks, hostname: target.hostname, logger });
    },
  };
}

/** Checks of one round share what they read; `notBefore` is when it began. */
function readAnew(clusters: ClusterClient, notBefore: number): ClusterClient {
  return {
    list: (kind, place, options) =>
      clusters.list(kind, place, { ...options, notBefore }),
  };
}

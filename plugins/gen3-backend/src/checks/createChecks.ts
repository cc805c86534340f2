import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  probesOf,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { createCertificateCheck } from './certificate';
import { createIssuerCheck } from './issuer';
import { createMaintenanceCheck } from './maintenance';
import { reportMistakes } from './reportMistakes';
import { type CommonsClient, Round } from './Round';
import { createServiceProbe } from './serviceProbe';
import type { Checks } from './types';

/** What {@link createChecks} needs. */
export interface CreateChecksOptions {
  client: CommonsClient;
  registry: ServiceRegistry;
  logger: LoggerService;
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
 * The checks that the portal asks of a commons from outside, all anonymous: its certificate, maintenance mode, fence's
 * issuer and the status of every service that has a public one.
 */
export function createChecks(options: CreateChecksOptions): Checks {
  const {
    client,
    registry,
    logger,
    now = Date.now,
    certificateWarningDays: warningDays = 21,
    timeoutMs = 10_000,
  } = options;
  return {
    for(target) {
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
      ];
      return reportMistakes({ checks, hostname: target.hostname, logger });
    },
  };
}

import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check, CommonsTarget } from '../types';
import { createArgoCdCheck } from './argocd';
import { createDeploymentsCheck } from './deployments';
import { createExternalSecretsCheck } from './externalSecrets';
import { createIngressCheck } from './ingress';
import { createJobsCheck } from './jobs';
import { createNetworkPoliciesCheck } from './networkPolicies';
import { createNodesCheck } from './nodes';
import { createPodsCheck } from './pods';
import { createQuotaCheck } from './quota';
import { RestartMemory } from './RestartMemory';
import { createVolumesCheck } from './volumes';

/**
 * The checks that look into the cluster of a commons; none when no cluster is connected. They only read, through the
 * clusters and credentials of Backstage's kubernetes plugin.
 */
export function createInsideChecks(options: {
  client: ClusterClient;
  target: CommonsTarget;
  registry: ServiceRegistry;
  /** What earlier rounds saw of restarts. @defaultValue nothing was seen */
  restarts?: RestartMemory;
  /** Milliseconds since the epoch. */
  now: () => number;
}): Check[] {
  const { client, target, registry, now } = options;
  const { restarts = RestartMemory.create() } = options;
  const place = target.kubernetes;
  if (!place) {
    return [];
  }
  const services = target.services.flatMap(name => registry.get(name) ?? []);
  const shared = { client, place, now };
  return [
    createArgoCdCheck(shared),
    createExternalSecretsCheck(shared),
    createIngressCheck({ ...shared, hostname: target.hostname }),
    createNetworkPoliciesCheck({
      ...shared,
      registry,
      serving: services.filter(({ probes }) => probes.length > 0),
    }),
    createNodesCheck(shared),
    createPodsCheck({ ...shared, services, restarts }),
    createQuotaCheck(shared),
    createVolumesCheck(shared),
    ...services
      .filter(({ deployments }) => deployments.length > 0)
      .map(service => createDeploymentsCheck({ ...shared, service, restarts })),
    ...services
      .filter(({ jobs }) => jobs.some(({ needed }) => needed))
      .map(service => createJobsCheck({ ...shared, service })),
  ];
}

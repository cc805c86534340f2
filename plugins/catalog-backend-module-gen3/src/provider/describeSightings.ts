import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { SourceConfig } from '../config/SourceConfig';
import { LOCATORS_KEY } from '../config/readKubernetesClusterNames';
import { ConfiguredCommons } from './applySourceConfig';

/**
 * What is odd about a commons in a cluster that its source maps to a name that Backstage does not have. The commons stays there:
 * the cluster may be away for an hour.
 */
export function describeUnknownCluster(
  { hostname, cluster }: ConfiguredCommons,
  source: SourceConfig,
): Finding[] {
  if (source.type === 'kubernetes' || cluster === undefined) return [];
  const problem = Object.entries(source.unknownClusters ?? {}).find(
    ([key]) => key === cluster,
  )?.[1];
  return problem === undefined
    ? []
    : [
        {
          severity: 'warning',
          code: 'cluster-unknown',
          message: `"${hostname}" cannot be looked at inside: ${problem}`,
          fix: `Correct the name, or add the cluster to ${LOCATORS_KEY}.`,
        },
      ];
}

/** What is odd about a commons that is seen running and whose services no source declares. */
export function describeUndeclared({
  hostname,
  services,
  running,
}: ConfiguredCommons): Finding[] {
  return services.length > 0 || running === undefined
    ? []
    : [
        {
          severity: 'info',
          code: 'services-not-declared',
          message: `Only what runs is known of "${hostname}": a service that is deleted is not missed`,
          fix: 'Declare its services in git or in a static source.',
        },
      ];
}

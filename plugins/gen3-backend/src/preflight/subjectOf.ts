import type { JsonObject } from '@backstage/types';
import {
  LaunchPlan,
  LaunchTier,
  lifecycleOfHostname,
  readGen3Values,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { PreflightSubject } from './types';

/** The subject of preflight that the wizard plans. */
export function subjectOfPlan(
  plan: LaunchPlan,
  registry: ServiceRegistry,
): PreflightSubject {
  const { values, hostname, tier, cluster, namespace } = plan;
  return {
    values,
    declared: readGen3Values(values, registry),
    hostname,
    tier,
    cluster,
    namespace,
    plan,
  };
}

/** The subject of preflight that a values file describes. */
export function subjectOfValues(
  given: {
    values: JsonObject;
    tier?: LaunchTier;
    cluster?: string;
    namespace?: string;
  },
  registry: ServiceRegistry,
): PreflightSubject {
  const { values, tier, cluster, namespace } = given;
  const declared = readGen3Values(values, registry);
  const hostname =
    typeof declared.hostname === 'string' ? declared.hostname : undefined;
  return {
    values,
    declared,
    hostname,
    tier: tier ?? (hostname ? lifecycleOfHostname(hostname) : 'production'),
    cluster,
    namespace,
    plan: undefined,
  };
}

import type { JsonObject } from '@backstage/types';
import type {
  LaunchPlan,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { writeYaml } from './writeYaml';

/** Keys in the order in which people look for them: what holds for all first, then by name. */
function inOrder(values: JsonObject): JsonObject {
  const { global, ...services } = values;
  return {
    ...(global === undefined ? {} : { global }),
    ...Object.fromEntries(
      Object.entries(services).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

/** Reasons only: that fence is fence needs no comment. */
function commentsOf({ services }: LaunchPlan, registry: ServiceRegistry) {
  const chosen = new Set(services.map(({ name }) => name));
  return Object.fromEntries([
    ...registry
      .all()
      .filter(({ name }) => !chosen.has(name))
      .map(({ name }) => [name, 'On unless it is switched off.']),
    ...services
      .filter(({ neededBy }) => neededBy.length > 0)
      .map(({ name, neededBy }) => [name, `Needed by ${neededBy.join(', ')}.`]),
  ]);
}

/** Text of the values file of a launch. */
export function buildValuesFile(
  plan: LaunchPlan,
  registry: ServiceRegistry,
): string {
  return writeYaml(inOrder(plan.values), {
    header: [
      `Values of the gen3 chart for ${plan.hostname}: what differs from the`,
      "chart's defaults. Secrets are named here, never written down.",
    ],
    comments: commentsOf(plan, registry),
  });
}

import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';

/** The service whose sub-chart a template is in: `gen3/charts/fence/templates/a.yaml` is of fence; undefined when it is of none. */
export function serviceOfTemplate(
  template: string,
  registry: ServiceRegistry,
): string | undefined {
  const [, chart] = /^[^/]+\/charts\/([^/]+)\//.exec(template) ?? [];
  return chart === undefined ? undefined : registry.get(chart)?.name;
}

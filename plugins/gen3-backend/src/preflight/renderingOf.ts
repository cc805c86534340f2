import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { buildValuesFile } from '../launch/buildValuesFile';
import { writeYaml } from '../launch/writeYaml';
import type { Rendering } from '../preview/ManifestRenderer';
import type { PreflightSubject } from './types';

/** Just as previews render a subject, so that it is rendered once for both. */
export function renderingOf(
  {
    plan,
    values,
    namespace = 'default',
    deployed,
  }: Pick<PreflightSubject, 'plan' | 'values' | 'namespace' | 'deployed'>,
  registry: ServiceRegistry,
): Omit<Rendering, 'chart'> {
  if (plan) {
    return {
      values: buildValuesFile(plan, registry),
      releaseName: plan.releaseName,
      namespace: plan.namespace,
    };
  }
  return {
    values: writeYaml(values),
    releaseName: deployed?.releaseName ?? 'gen3',
    namespace: deployed?.namespace ?? namespace,
  };
}

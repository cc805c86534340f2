import type { KubernetesPlacement } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  findDestination,
  itemsOf,
  type KindReading,
  type KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/**
 * The Applications of a commons among all that live in its own cluster; an Argo CD of another cluster is not asked. Names of
 * Applications are not unique (`gen3-gitops`: `brh` and `brhstaging` share one), so the namespace that one deploys to decides
 * whose it is.
 */
export function findApplications(
  reading: KindReading<KubernetesApplication>,
  { cluster, namespace }: KubernetesPlacement,
): KubernetesApplication[] {
  return itemsOf(reading).filter(({ spec }) => {
    const target = findDestination(spec?.destination ?? {}, cluster);
    return target?.cluster === cluster && target.namespace === namespace;
  });
}

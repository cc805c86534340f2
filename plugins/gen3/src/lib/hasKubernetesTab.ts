import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Whether Backstage's kubernetes plugin has a tab for an entity: it needs one of these, whatever else names the cluster. */
export function hasKubernetesTab({ metadata }: Entity): boolean {
  const { annotations = {} } = metadata;
  const { labelSelector, id } = KUBERNETES_ANNOTATIONS;
  return Boolean(annotations[labelSelector] ?? annotations[id]);
}

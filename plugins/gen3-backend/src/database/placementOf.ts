import type { KubernetesPlacement } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Where the workloads of a stored commons run; undefined when no cluster that Backstage knows is named. */
export function placementOf(row: {
  kubernetes_cluster: string | null;
  kubernetes_namespace: string | null;
}): KubernetesPlacement | undefined {
  return row.kubernetes_cluster !== null && row.kubernetes_namespace !== null
    ? { cluster: row.kubernetes_cluster, namespace: row.kubernetes_namespace }
    : undefined;
}

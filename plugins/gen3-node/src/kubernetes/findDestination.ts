import type { KubernetesPlacement } from '@gen3-csoc/backstage-plugin-gen3-common';

/**
 * How an Application names the cluster that its Argo CD runs in (`argo-cd:pkg/apis/application/v1alpha1/application_defaults.go`,
 * `argo-cd:util/db/cluster.go`).
 */
const OWN_SERVER = 'https://kubernetes.default.svc';
const OWN_NAME = 'in-cluster';

/**
 * Where an Application deploys to: its own cluster, or another one that Argo CD calls as Backstage does. Pure.
 *
 * @param destination - `spec.destination` of the Application, or the same words of whatever has Argo CD deploy
 * @param home - name that Backstage has for the cluster that the Application lives in
 * @returns undefined when it says no namespace, or names the cluster by an address: Backstage knows clusters by name. The cluster
 * may be one that Backstage does not have
 *
 * @public
 */
export function findDestination(
  destination: { server?: string; name?: string; namespace?: string },
  home: string,
): KubernetesPlacement | undefined {
  const { server, name, namespace } = destination;
  const isHome = server?.replace(/\/$/, '') === OWN_SERVER || name === OWN_NAME;
  const cluster = isHome ? home : name;
  return cluster && namespace ? { cluster, namespace } : undefined;
}

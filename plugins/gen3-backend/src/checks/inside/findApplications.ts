import type { KubernetesPlacement } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KindReading,
  KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { itemsOf } from './itemsOf';

/** How an Application names the cluster that its Argo CD runs in. */
const OWN_SERVER = 'https://kubernetes.default.svc';
const OWN_NAME = 'in-cluster';

/**
 * The Applications of a commons among all of a cluster. Names of Applications are not unique (`gen3-gitops`: `brh` and `brhstaging` share
 * one), so the namespace that one deploys to decides whose it is.
 */
export function findApplications(
  reading: KindReading<KubernetesApplication>,
  place: KubernetesPlacement,
): KubernetesApplication[] {
  return itemsOf(reading).filter(each => deploysTo(each, place));
}

/** Whether an Application deploys to a namespace of the cluster that it is in. */
function deploysTo(
  { spec }: KubernetesApplication,
  { cluster, namespace }: KubernetesPlacement,
): boolean {
  const { server, name, namespace: target } = spec?.destination ?? {};
  const isHere =
    server?.replace(/\/$/, '') === OWN_SERVER ||
    name === OWN_NAME ||
    name === cluster;
  return isHere && target === namespace;
}

import { KubernetesPlace } from './ClusterClient';
import { ClusterProblem } from './ClusterReadError';

/** A DNS label (RFC 1123), as Kubernetes wants it; nothing else may become a part of a URL. */
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Visible ASCII with spaces inside. Other characters do not fit into a header, and without a name in the header Backstage
 * takes the only cluster that it has.
 */
const CLUSTER = /^[!-~]([ -~]{0,251}[!-~])?$/;

/** Says what is wrong with a place, which comes from annotations that anybody may have written. */
export function checkPlace(place: KubernetesPlace): ClusterProblem | undefined {
  const { cluster, namespace } = place;
  if (!CLUSTER.test(cluster)) {
    return {
      failure: 'unknown-cluster',
      detail: `${JSON.stringify(cluster)} is no name of a cluster`,
    };
  }
  if (namespace !== undefined && !NAMESPACE.test(namespace)) {
    return {
      failure: 'rejected',
      detail: `${JSON.stringify(namespace)} is no name of a namespace`,
    };
  }
  return undefined;
}

import { createPluginRequest, ProxyAccess } from './createPluginRequest';
import { ProxyAnswer } from './ProxyAnswer';

/** Header that names the cluster (`backstage/backstage:plugins/kubernetes-backend/src/service/KubernetesProxy.ts`). */
const CLUSTER_HEADER = 'Backstage-Kubernetes-Cluster';

/** One GET of the API server of a cluster. Rejects when there is no answer. */
export type ProxyRequest = (request: {
  cluster: string;
  /** Path and query at the API server, without a slash in front. */
  path: string;
  /** Bytes of the body that are read. */
  maxBytes: number;
  signal: AbortSignal;
}) => Promise<ProxyAnswer>;

/** Makes the function that asks API servers through the proxy of Backstage's kubernetes plugin. */
export function createProxyRequest(access: ProxyAccess): ProxyRequest {
  const request = createPluginRequest(access);
  return ({ cluster, path, ...options }) =>
    request({
      path: `proxy/${path}`,
      headers: { [CLUSTER_HEADER]: cluster },
      ...options,
    });
}

import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Readable } from 'node:stream';
import { fetch as undiciFetch, RequestInit, Response } from 'undici';
import { readBody } from '../http/readBody';
import { ProxyAnswer } from './classifyAnswer';

const PLUGIN_ID = 'kubernetes';

/** Header that names the cluster (`backstage/backstage:plugins/kubernetes-backend/src/service/KubernetesProxy.ts`). */
const CLUSTER_HEADER = 'Backstage-Kubernetes-Cluster';

/** As much of `fetch` as the portal needs. @public */
export type ProxyFetch = (url: string, init: RequestInit) => Promise<Response>;

/** What asking Backstage's kubernetes plugin takes. @public */
export interface ProxyAccess {
  discovery: DiscoveryService;
  auth: AuthService;
  /** @defaultValue undici's */
  fetch?: ProxyFetch;
}

/** One GET of the API server of a cluster. Rejects when there is no answer. */
export type ProxyRequest = (request: {
  cluster: string;
  /** Path and query at the API server, without a slash in front. */
  path: string;
  /** Bytes of the body that are read. */
  maxBytes: number;
  signal: AbortSignal;
}) => Promise<ProxyAnswer>;

/** Makes the function that asks API servers through the proxy of Backstage's kubernetes plugin, as the plugin that owns `auth`. */
export function createProxyRequest(access: ProxyAccess): ProxyRequest {
  const { discovery, auth, fetch = undiciFetch } = access;

  const createToken = async () => {
    const onBehalfOf = await auth.getOwnServiceCredentials();
    return auth.getPluginRequestToken({
      onBehalfOf,
      targetPluginId: PLUGIN_ID,
    });
  };

  return async ({ cluster, path, maxBytes, signal }) => {
    const baseUrl = await discovery.getBaseUrl(PLUGIN_ID);
    const { token } = await createToken();
    signal.throwIfAborted();
    const response = await fetch(`${baseUrl}/proxy/${path}`, {
      headers: {
        accept: 'application/json',
        // It comes from this machine: packing and unpacking it only costs time.
        'accept-encoding': 'identity',
        authorization: `Bearer ${token}`,
        [CLUSTER_HEADER]: cluster,
      },
      redirect: 'manual',
      signal,
    });
    const body = response.body
      ? await readBody(Readable.fromWeb(response.body), maxBytes)
      : { text: '', truncated: false };
    return {
      ...body,
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
    };
  };
}

import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Readable } from 'node:stream';
import { fetch as undiciFetch, RequestInit, Response } from 'undici';
import { readBody } from '../http/readBody';
import { ProxyAnswer } from './ProxyAnswer';

/** As much of `fetch` as the portal needs. @public */
export type ProxyFetch = (url: string, init: RequestInit) => Promise<Response>;

/** What asking another plugin of the portal takes. @public */
export interface ProxyAccess {
  discovery: DiscoveryService;
  auth: AuthService;
  /** @defaultValue undici's */
  fetch?: ProxyFetch;
}

/** One request to another plugin of the portal, without a body. Rejects when there is no answer. */
export type PluginRequest = (request: {
  /** @defaultValue GET */
  method?: 'GET' | 'POST';
  /** Path and query below the plugin's, without a slash in front. */
  path: string;
  headers?: Record<string, string>;
  /** Bytes of the body that are read. */
  maxBytes: number;
  signal: AbortSignal;
}) => Promise<ProxyAnswer>;

/** Makes the function that asks another plugin, as the plugin that owns `auth`. */
export function createPluginRequest(
  access: ProxyAccess,
  targetPluginId = 'kubernetes',
): PluginRequest {
  const { discovery, auth, fetch = undiciFetch } = access;

  const createToken = async () => {
    const onBehalfOf = await auth.getOwnServiceCredentials();
    return auth.getPluginRequestToken({ onBehalfOf, targetPluginId });
  };

  return async ({ method, path, headers, maxBytes, signal }) => {
    const baseUrl = await discovery.getBaseUrl(targetPluginId);
    const { token } = await createToken();
    signal.throwIfAborted();
    const response = await fetch(`${baseUrl}/${path}`, {
      ...(method === undefined ? {} : { method }),
      headers: {
        accept: 'application/json',
        // It comes from this machine: packing and unpacking it only costs time.
        'accept-encoding': 'identity',
        authorization: `Bearer ${token}`,
        ...headers,
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

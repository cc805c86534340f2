import { QueryClient } from '@tanstack/react-query';
import { Gen3Api } from '../api/Gen3Api';
import { isWorthRetrying } from '../lib/failure';

/** Data is asked for again on focus or mount when it is older than this. */
const FRESH_FOR_MS = 5_000;

const clients = new WeakMap<Gen3Api, QueryClient>();

/** What has been asked of the backend: one for all pages, cards and fields of an app. */
export function queryClientOf(api: Gen3Api): QueryClient {
  let client = clients.get(api);
  if (!client) {
    client = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: FRESH_FOR_MS,
          retry: (failures, error) => failures < 1 && isWorthRetrying(error),
        },
      },
    });
    clients.set(api, client);
  }
  return client;
}

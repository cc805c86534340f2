import { useApi } from '@backstage/core-plugin-api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { PropsWithChildren } from 'react';
import { Gen3Api, gen3ApiRef } from '../api/Gen3Api';
import { isWorthRetrying } from '../lib/failure';

/** Data is asked for again on focus or mount when it is older than this. */
const FRESH_FOR_MS = 5_000;

const clients = new WeakMap<Gen3Api, QueryClient>();

/**
 * Gives a page or card its queries. Every page and card brings its own provider, so each works alone; all of an app share one cache,
 * so two cards of one commons ask once.
 */
export function Gen3QueryProvider({ children }: PropsWithChildren) {
  const api = useApi(gen3ApiRef);
  return (
    <QueryClientProvider client={queryClientOf(api)}>
      {children}
    </QueryClientProvider>
  );
}

function queryClientOf(api: Gen3Api): QueryClient {
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

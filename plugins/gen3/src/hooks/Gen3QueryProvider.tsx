import { useApi } from '@backstage/core-plugin-api';
import { QueryClientProvider } from '@tanstack/react-query';
import { PropsWithChildren } from 'react';
import { gen3ApiRef } from '../api/Gen3Api';
import { queryClientOf } from './queryClientOf';

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

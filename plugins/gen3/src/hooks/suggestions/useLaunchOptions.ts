import { useApi } from '@backstage/core-plugin-api';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { gen3ApiRef } from '../../api/Gen3Api';

/** Releases and clusters do not come and go while somebody fills in a form. */
export const OPTIONS_FRESH_FOR_MS = 5 * 60_000;

/** What the backend offers to choose from in the wizard. A client is needed where no provider is around. */
export function useLaunchOptions(queryClient?: QueryClient) {
  const api = useApi(gen3ApiRef);
  return useQuery(
    {
      queryKey: ['gen3', 'launch-options'],
      queryFn: ({ signal }) => api.getLaunchOptions({ signal }),
      staleTime: OPTIONS_FRESH_FOR_MS,
    },
    queryClient,
  );
}

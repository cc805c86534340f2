import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';

/** Every page asks its clusters, so a visible tab asks only this often. */
const INTERVAL_MS = 60_000;

/** The clusters that commons run in, page after page as the reader wants more. */
export function useClusters() {
  const api = useApi(gen3ApiRef);
  return useInfiniteQuery({
    queryKey: ['gen3', 'clusters'],
    queryFn: ({ signal, pageParam }) =>
      api.getClusters({ cursor: pageParam }, { signal }),
    initialPageParam: initialCursor(),
    getNextPageParam: page => page.nextCursor,
    refetchInterval: INTERVAL_MS,
  });
}

/** The first page has no cursor. */
function initialCursor(): string | undefined {
  return undefined;
}

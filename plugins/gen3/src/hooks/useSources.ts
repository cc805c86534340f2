import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';
import { isWorthRetrying } from '../lib/failure';

const KEY = ['gen3', 'sources'];

/** Sources change once in minutes and announce nothing: asked this often while the tab is visible. */
const INTERVAL_MS = 30_000;

/** What a source says of one commons stands beside its health and matters less. */
const COMMONS_INTERVAL_MS = 60_000;

/** A run that is under way ends soon. */
const RUNNING_INTERVAL_MS = 2_000;

/** State of every source. */
export function useSources() {
  const api = useApi(gen3ApiRef);
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.getSources({ signal }),
    refetchInterval: query =>
      query.state.data?.items.some(source => source.running)
        ? RUNNING_INTERVAL_MS
        : INTERVAL_MS,
  });
}

/** The sources that know one commons, with what they say of it; a refusal is not asked again. */
export function useCommonsSources(hostname: string) {
  const api = useApi(gen3ApiRef);
  return useQuery({
    queryKey: [...KEY, 'of', hostname],
    queryFn: ({ signal }) => api.getSources({ hostname, signal }),
    staleTime: COMMONS_INTERVAL_MS,
    refetchInterval: ({ state }) =>
      state.error && !isWorthRetrying(state.error)
        ? false
        : COMMONS_INTERVAL_MS,
  });
}

/** Reads a source now. */
export function useRefreshSource(sourceId: string) {
  const api = useApi(gen3ApiRef);
  return useSourceMutation(() => api.refreshSource(sourceId));
}

/** Lets a held run drop the commons that the person was shown. */
export function useConfirmDrop(sourceId: string, hostnames: string[]) {
  const api = useApi(gen3ApiRef);
  return useSourceMutation(() => api.confirmDrop(sourceId, hostnames));
}

function useSourceMutation(mutationFn: () => Promise<void>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
}

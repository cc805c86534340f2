import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';
import { isWorthRetrying } from '../lib/failure';
import { RUNNING_INTERVAL_MS, SOURCES_KEY, sourcesQuery } from './sourcesQuery';
import { useSourceRun } from './useSourceRun';

/** Sources change once in minutes and announce nothing: asked this often while the tab is visible. */
const INTERVAL_MS = 30_000;

/** What a source says of one commons stands beside its health and matters less. */
const COMMONS_INTERVAL_MS = 60_000;

/** State of every source. */
export function useSources() {
  const api = useApi(gen3ApiRef);
  return useQuery({
    ...sourcesQuery(api),
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
    queryKey: [...SOURCES_KEY, 'of', hostname],
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
  return useSourceRun(sourceId, () => api.refreshSource(sourceId));
}

/** Lets a held run drop the commons that the person was shown. */
export function useConfirmDrop(sourceId: string, hostnames: string[]) {
  const api = useApi(gen3ApiRef);
  return useSourceRun(sourceId, () => api.confirmDrop(sourceId, hostnames));
}

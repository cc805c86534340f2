import { queryOptions } from '@tanstack/react-query';
import { Gen3Api } from '../api/Gen3Api';

/** Everything that is kept about sources. */
export const SOURCES_KEY = ['gen3', 'sources'];

/** A run that is under way, or asked for, is near its end: asked for this often. */
export const RUNNING_INTERVAL_MS = 2_000;

/** The one query for the state of every source. */
export function sourcesQuery(api: Gen3Api) {
  return queryOptions({
    queryKey: SOURCES_KEY,
    queryFn: ({ signal }) => api.getSources({ signal }),
  });
}

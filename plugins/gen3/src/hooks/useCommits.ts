import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CommonsKey, gen3ApiRef } from '../api/Gen3Api';
import { isWorthRetrying } from '../lib/failure';

/** The backend asks the host of git no more often, whoever looks. */
const INTERVAL_MS = 60_000;

/**
 * The newest commits of one commons, and which of them these revisions contain. What was known before stays while other revisions are
 * asked about.
 *
 * @param revisions - undefined while they are not known: nothing is asked until then, as each question costs the host of git an answer.
 */
export function useCommonsCommits(
  commons: CommonsKey,
  revisions: string[] | undefined,
) {
  const api = useApi(gen3ApiRef);
  const { namespace, name } = commons;
  return useQuery({
    queryKey: ['gen3', 'commons', namespace, name, 'commits', revisions],
    queryFn: ({ signal }) =>
      api.getCommonsCommits(commons, { revisions, signal }),
    enabled: revisions !== undefined,
    placeholderData: keepPreviousData,
    staleTime: INTERVAL_MS,
    refetchInterval: ({ state }) =>
      state.error && !isWorthRetrying(state.error) ? false : INTERVAL_MS,
  });
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CommonsKey, gen3ApiRef } from '../api/Gen3Api';
import { isRoundDue } from '../lib/isRoundDue';
import { useLiveUpdates } from './useLiveUpdates';

/** While a round is under way, or due because somebody asked for it, its result is near: asked this often. */
const REFRESHING_INTERVAL_MS = 2_000;

/** Health of one commons. */
export function useCommonsHealth(commons: CommonsKey) {
  const api = useApi(gen3ApiRef);
  const queryKey = keyOf(commons);
  const interval = useLiveUpdates(queryKey, {
    entityRef: stringifyEntityRef({ kind: 'system', ...commons }),
  });
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getCommonsHealth(commons, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data && (data.refreshing || isRoundDue(data))
        ? REFRESHING_INTERVAL_MS
        : interval,
  });
}

/** Asks for a round of checks now; it is due at once, and under way when the collector takes it up. */
export function useRefreshCommons(commons: CommonsKey) {
  const api = useApi(gen3ApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.refreshCommons(commons),
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: keyOf(commons) }),
  });
}

function keyOf({ namespace, name }: CommonsKey) {
  return ['gen3', 'commons', namespace, name, 'health'];
}

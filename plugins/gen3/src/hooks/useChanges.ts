import { useApi } from '@backstage/core-plugin-api';
import { ChangesQuery } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';
import { isEnded } from '../lib/changeState';
import { isWorthRetrying } from '../lib/failure';

/** Changes take minutes to hours and announce nothing: a visible tab asks for the list this often. */
const LIST_INTERVAL_MS = 30_000;

/** Somebody who looks at one change waits for its next step. */
const CHANGE_INTERVAL_MS = 10_000;

const LIST_KEY = ['gen3', 'changes'];

/** What people may ask of the list of changes. */
export type ChangesFilter = Pick<ChangesQuery, 'state' | 'kind' | 'hostname'>;

/** Something that people may do with a change. */
export type ChangeAction =
  | { action: 'approve' | 'merge' }
  | { action: 'close'; reason: string };

/** Changes, page after page as the reader wants more. */
export function useChanges(filter: ChangesFilter) {
  const api = useApi(gen3ApiRef);
  return useInfiniteQuery({
    queryKey: [...LIST_KEY, filter],
    queryFn: ({ signal, pageParam }) =>
      api.getChanges({ ...filter, cursor: pageParam }, { signal }),
    initialPageParam: initialCursor(),
    getNextPageParam: page => page.nextCursor,
    refetchInterval: ({ state }) => intervalOf(state.error, LIST_INTERVAL_MS),
  });
}

/** One change; nothing more is asked once it has ended, or after a refusal. */
export function useChange(id: string) {
  const api = useApi(gen3ApiRef);
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => api.getChange(id, { signal }),
    refetchInterval: ({ state }) =>
      state.data && isEnded(state.data)
        ? false
        : intervalOf(state.error, CHANGE_INTERVAL_MS),
  });
}

/** Approves, merges or closes a change; the page then shows what the backend answered. */
export function useChangeAction(id: string) {
  const api = useApi(gen3ApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (wish: ChangeAction) => {
      switch (wish.action) {
        case 'approve':
          return api.approveChange(id);
        case 'merge':
          return api.mergeChange(id);
        default:
          return api.closeChange(id, wish.reason);
      }
    },
    onSuccess: async change => {
      // An answer that is still under way is older than this one.
      await queryClient.cancelQueries({ queryKey: keyOf(id) });
      queryClient.setQueryData(keyOf(id), change);
      await queryClient.invalidateQueries({
        queryKey: LIST_KEY,
        refetchType: 'none',
      });
    },
    // Whatever refused it, e.g. that somebody else was faster, is better seen than guessed.
    onError: () => queryClient.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

function keyOf(id: string) {
  return ['gen3', 'change', id];
}

function intervalOf(error: Error | null, intervalMs: number) {
  return error && !isWorthRetrying(error) ? false : intervalMs;
}

/** The first page has no cursor. */
function initialCursor(): string | undefined {
  return undefined;
}

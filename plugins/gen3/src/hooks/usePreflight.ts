import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';
import {
  askPreflight,
  type NeededAnswer,
  type PreflightQuestion,
} from '../lib/askPreflight';
import { preflightKey } from './preflightKey';
import { preflightQuery } from './preflightQuery';
import { useSettled } from './useSettled';

/** What preflight says of the data of a launch's form, as {@link usePreflightOf} asks. */
export function usePreflight(
  formData: unknown,
  needed?: readonly NeededAnswer[],
) {
  return usePreflightOf(askPreflight(formData, needed));
}

/**
 * What preflight says: asked when the question has not changed for 300 ms. The last answer stays while a new one is asked, and
 * `current` says whether it is about this very question.
 */
export function usePreflightOf(question: PreflightQuestion) {
  const api = useApi(gen3ApiRef);
  const asked = JSON.stringify(question);
  const settled = useSettled(asked);
  const query = useQuery({
    queryKey: preflightKey(question),
    queryFn:
      question.state === 'ready' && asked === settled
        ? preflightQuery(api, question).queryFn
        : skipToken,
    placeholderData: keepPreviousData,
  });
  return {
    question,
    answer: query.data,
    error: query.error,
    refetch: query.refetch,
    current: query.isSuccess && !query.isPlaceholderData,
  };
}

import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';
import { askPreflight, type NeededAnswer } from '../lib/askPreflight';
import { preflightKey } from './preflightKey';
import { useSettled } from './useSettled';

/**
 * What preflight says of a form's data: asked when nothing has changed for 300 ms. The last answer stays while a new one is asked, and
 * `current` says whether it is about this very data.
 */
export function usePreflight(
  formData: unknown,
  needed?: readonly NeededAnswer[],
) {
  const api = useApi(gen3ApiRef);
  const question = askPreflight(formData, needed);
  const asked = JSON.stringify(question);
  const settled = useSettled(asked);
  const query = useQuery({
    queryKey: preflightKey(question),
    queryFn:
      question.state === 'ready' && asked === settled
        ? ({ signal }) =>
            api.preflight({ answers: question.answers }, { signal })
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

import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';
import { askPreflight, type PreflightQuestion } from '../lib/askPreflight';
import { useSettled } from './useSettled';

/** A preview costs a rendering of the whole chart, and git seldom moves while somebody reads one. */
const FRESH_FOR_MS = 60_000;

/** What a commons would be made of by the data of a launch's form, as {@link usePreviewOf} asks. */
export function usePreview(formData: unknown) {
  return usePreviewOf(askPreflight(formData));
}

/**
 * What a commons would be made of, asked when nothing has changed for 300 ms and every answer that it needs is there; what was asked
 * before is aborted. The last preview stays while a new one is asked, and `current` says whether it is about this very question.
 *
 * @param options - `isAsked: false` only shows what somebody else asks. @defaultValue true
 */
export function usePreviewOf(
  question: PreflightQuestion,
  { isAsked = true }: { isAsked?: boolean } = {},
) {
  const api = useApi(gen3ApiRef);
  const asked = JSON.stringify(question);
  const settled = useSettled(asked);
  const query = useQuery({
    queryKey: ['gen3', 'preview', asked],
    queryFn:
      question.state === 'ready' && asked === settled
        ? ({ signal }) => api.preview(question.request, { signal })
        : skipToken,
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: FRESH_FOR_MS,
    refetchOnWindowFocus: false,
  });
  return {
    isAsked: question.state === 'ready',
    answer: query.data,
    error: query.error,
    isAsking: query.isFetching,
    refetch: query.refetch,
    current: query.isSuccess && !query.isPlaceholderData,
  };
}

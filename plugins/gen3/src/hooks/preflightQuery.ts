import { Gen3Api } from '../api/Gen3Api';
import { ReadyQuestion } from '../lib/askPreflight';
import { limitOf } from './limitOf';
import { preflightKey } from './preflightKey';

/** How preflight is asked, by who shows the answer and by who decides by it. */
export function preflightQuery(api: Gen3Api, question: ReadyQuestion) {
  return {
    queryKey: preflightKey(question),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      limitOf(api)(() => api.preflight(question.request, { signal }), signal),
  };
}

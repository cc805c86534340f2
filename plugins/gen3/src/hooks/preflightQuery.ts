import { Gen3Api } from '../api/Gen3Api';
import { ReadyQuestion } from '../lib/askPreflight';
import { createLimit, Limit } from '../lib/createLimit';
import { preflightKey } from './preflightKey';

/** Preflight reads git and the catalog: a form about many commons asks about no more of them at once. */
const AT_ONCE = 4;

const limits = new WeakMap<Gen3Api, Limit>();

function limitOf(api: Gen3Api): Limit {
  const limit = limits.get(api) ?? createLimit(AT_ONCE);
  limits.set(api, limit);
  return limit;
}

/** How preflight is asked, by who shows the answer and by who decides by it. */
export function preflightQuery(api: Gen3Api, question: ReadyQuestion) {
  return {
    queryKey: preflightKey(question),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      limitOf(api)(() => api.preflight(question.request, { signal }), signal),
  };
}

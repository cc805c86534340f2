import { useApi } from '@backstage/core-plugin-api';
import { PreflightResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { skipToken, useQueries, UseQueryOptions } from '@tanstack/react-query';
import { Gen3Api, gen3ApiRef } from '../../api/Gen3Api';
import { preflightKey } from '../../hooks/preflightKey';
import { preflightQuery } from '../../hooks/preflightQuery';
import { AskedEdit } from '../../lib/askEdits';
import { PreflightQuestion } from '../../lib/askPreflight';

/** What preflight says of one edit, as far as it has been asked. */
export type CheckedEdit = ReturnType<typeof useEditPreflights>[number];

/** What preflight says of each edit, in their order; a few are asked at once. */
export function useEditPreflights(edits: AskedEdit[]) {
  const api = useApi(gen3ApiRef);
  const results = useQueries({
    queries: edits.map(({ question }) => optionsOf(api, question)),
  });
  return edits.flatMap((edit, index) => {
    const preflight = results[index];
    return preflight ? [{ ...edit, preflight }] : [];
  });
}

function optionsOf(
  api: Gen3Api,
  question: PreflightQuestion,
): UseQueryOptions<PreflightResponse> {
  return {
    queryKey: preflightKey(question),
    queryFn:
      question.state === 'ready'
        ? preflightQuery(api, question).queryFn
        : skipToken,
    // Somebody who looks elsewhere for a moment does not want all of them asked again.
    refetchOnWindowFocus: false,
  };
}

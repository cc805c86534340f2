import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { gen3ApiRef } from '../../api/Gen3Api';
import { preflightQuery } from '../../hooks/preflightQuery';
import { queryClientOf } from '../../hooks/queryClientOf';
import { askEdits } from '../../lib/askEdits';
import { problemsOfReview } from '../Gen3Review/problemsOfReview';
import { translateFrom } from '../shared/translateFrom';
import { AcceptedOfCommons, acceptedOf } from './acceptedOf';
import { describeBadKind, editKindOf } from './editKindOf';

/** Refuses while an edit is refused, has an error or a warning without a reason, or got no answer: a request that fails is thrown, which refuses. */
export const validateEditReview: CustomFieldValidator<
  AcceptedOfCommons[]
> = async (accept, field, { apiHolder, formData, uiSchema }) => {
  const t = translateFrom(apiHolder.get(translationApiRef));
  const api = apiHolder.get(gen3ApiRef);
  const kind = editKindOf(uiSchema);
  if (!kind) {
    field.addError(describeBadKind(uiSchema, t));
    return;
  }
  if (!api) throw new Error(t('wizard.noAnswer', { message: gen3ApiRef.id }));
  const client = queryClientOf(api);
  const edits = askEdits(kind, formData);
  const problems = await Promise.all(
    edits.map(async ({ hostname, question }) => {
      const found = await problemsOfReview({
        question,
        accept: acceptedOf(accept ?? [], hostname),
        ask: ready => client.fetchQuery(preflightQuery(api, ready)),
        t,
        // The reviews of several are folded.
        isShown: edits.length === 1,
      });
      return edits.length === 1
        ? found
        : found.map(problem =>
            t('editFields.review.of', { hostname, problem }),
          );
    }),
  );
  problems.flat().forEach(problem => field.addError(problem));
};

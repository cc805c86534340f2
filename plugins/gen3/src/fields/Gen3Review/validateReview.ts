import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { gen3ApiRef } from '../../api/Gen3Api';
import { askPreflight } from '../../lib/askPreflight';
import { translateFrom } from '../shared/translateFrom';
import { Accepted } from './accepted';
import { problemsOfReview } from './problemsOfReview';

/** Refuses while there is an error, a warning that nobody accepted, or no answer: a request that fails is thrown, which refuses. */
export const validateReview: CustomFieldValidator<Accepted[]> = async (
  accept,
  field,
  { apiHolder, formData },
) => {
  const t = translateFrom(apiHolder.get(translationApiRef));
  const api = apiHolder.get(gen3ApiRef);
  if (!api) throw new Error(t('wizard.noAnswer', { message: gen3ApiRef.id }));
  const problems = await problemsOfReview({
    question: askPreflight(formData),
    accept: accept ?? [],
    ask: ({ request }) => api.preflight(request),
    t,
  });
  problems.forEach(problem => field.addError(problem));
};

import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { gen3ApiRef } from '../../api/Gen3Api';
import { askPreflight } from '../../lib/askPreflight';
import { translateFrom } from '../shared/translateFrom';
import { Accepted, unaccepted } from './accepted';

/** Refuses while there is an error, a warning that nobody accepted, or no answer: a request that fails is thrown, which refuses. */
export const validateReview: CustomFieldValidator<Accepted[]> = async (
  accept,
  field,
  { apiHolder, formData },
) => {
  const t = translateFrom(apiHolder.get(translationApiRef));
  const api = apiHolder.get(gen3ApiRef);
  const question = askPreflight(formData);
  if (question.state === 'missing') {
    const names = question.missing.map(name => t(`wizard.answer.${name}`));
    field.addError(t('wizard.missing', { what: names.join(', ') }));
    return;
  }
  if (question.state === 'malformed') {
    field.addError(
      t('wizard.malformed', { what: question.answers.join(', ') }),
    );
    return;
  }
  if (!api) throw new Error(t('wizard.noAnswer', { message: gen3ApiRef.id }));
  const { findings } = await api.preflight({ answers: question.answers });
  findings
    .filter(({ severity }) => severity === 'error')
    .forEach(({ what, fix }) =>
      field.addError(t('wizard.review.hasError', { what, fix })),
    );
  unaccepted(findings, accept ?? []).forEach(({ what }) =>
    field.addError(t('wizard.review.notAccepted', { what })),
  );
};

import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3ApiRef } from '../../api/Gen3Api';
import { preflightQuery } from '../../hooks/preflightQuery';
import { queryClientOf } from '../../hooks/queryClientOf';
import { askPreflight } from '../../lib/askPreflight';
import { asSentence, classifyFailure } from '../../lib/failure';

/**
 * Refuses the next step while preflight finds an error in one of these answers. Without a hostname nothing is asked: the review asks again.
 */
export function validateAnswer<T = string>(
  ...answers: LaunchField[]
): CustomFieldValidator<T> {
  const isAbout = (field: string | undefined) =>
    answers.some(answer => answer === field);
  return async (_value, field, { apiHolder, formData }) => {
    const api = apiHolder.get(gen3ApiRef);
    const question = askPreflight(formData, ['hostname']);
    if (!api || question.state !== 'ready') return;
    // The fields of the page have just asked the same: nobody waits for it once for each of them.
    const { findings } = await queryClientOf(api)
      .fetchQuery(preflightQuery(api, question))
      .catch((error: Error) => {
        // What the backend says, and not only that it has refused.
        throw new Error(asSentence(classifyFailure(error).message), {
          cause: error,
        });
      });
    findings
      .filter(
        ({ where, severity }) => isAbout(where.field) && severity === 'error',
      )
      // Why, and how to mend it, stands beside the field.
      .forEach(({ what }) => field.addError(asSentence(what)));
  };
}

import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3ApiRef } from '../../api/Gen3Api';
import { preflightQuery } from '../../hooks/preflightQuery';
import { queryClientOf } from '../../hooks/queryClientOf';
import { askPreflight } from '../../lib/askPreflight';

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
    const { findings } = await queryClientOf(api).fetchQuery(
      preflightQuery(api, question),
    );
    findings
      .filter(
        ({ where, severity }) => isAbout(where.field) && severity === 'error',
      )
      .forEach(({ what, fix }) => field.addError(`${what}. ${fix}.`));
  };
}

import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { EditOf } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3ApiRef } from '../../api/Gen3Api';
import { preflightQuery } from '../../hooks/preflightQuery';
import { queryClientOf } from '../../hooks/queryClientOf';
import { asRecord } from '../../lib/asRecord';
import { askEdits } from '../../lib/askEdits';
import { asSentence, classifyFailure, isRefusal } from '../../lib/failure';

/**
 * Refuses a step that the portal would refuse, as a removal of a commons that is not stood down. Preflight reads git anew: somebody may just have merged
 * the first step. What it finds, and why it could not be asked, the page Check says.
 */
export const validateRetireStep: CustomFieldValidator<
  EditOf<'retire'>['step']
> = async (_step, field, { apiHolder, formData }) => {
  const api = apiHolder.get(gen3ApiRef);
  const form = asRecord(formData);
  // Whether the hostname is typed as it should be, its own field says.
  const [edit] = askEdits('retire', { ...form, confirm: form.hostname });
  if (!api || edit?.question.state !== 'ready') return;
  try {
    await queryClientOf(api).fetchQuery(preflightQuery(api, edit.question));
  } catch (error) {
    if (error instanceof Error && isRefusal(error)) {
      field.addError(asSentence(classifyFailure(error).message));
    }
  }
};

import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { asRecord } from '../../lib/asRecord';
import { Gen3Field } from '../shared/Gen3Field';
import { translateFrom } from '../shared/translateFrom';
import { Gen3ConfirmHostname } from './Gen3ConfirmHostname';

/** `ui:field: Gen3ConfirmHostname`, the answer `confirm` of a retirement: refused unless it is the answer `hostname`. */
export const gen3ConfirmHostname: Gen3Field<string> = {
  name: 'Gen3ConfirmHostname',
  component: Gen3ConfirmHostname,
  validation: (typed, field, { apiHolder, formData }) => {
    const { hostname } = asRecord(formData);
    // What is missing is said by the schema.
    if (!typed || !hostname || typed.trim() === hostname) return;
    const t = translateFrom(apiHolder.get(translationApiRef));
    field.addError(
      t('editFields.confirm.wrong', { hostname: String(hostname) }),
    );
  },
  schema: makeFieldSchema({ output: z => z.string() }),
};

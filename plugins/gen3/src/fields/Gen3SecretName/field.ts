import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { isSecretName } from '../../lib/isSecretName';
import { Gen3Field } from '../shared/Gen3Field';
import { translateFrom } from '../shared/translateFrom';
import { Gen3SecretName } from './Gen3SecretName';

/** `ui:field: Gen3SecretName`, an answer that names a secret. */
export const gen3SecretName: Gen3Field<string> = {
  name: 'Gen3SecretName',
  component: Gen3SecretName,
  validation: (value, validation, { apiHolder }) => {
    if (!value || isSecretName(value)) return;
    const t = translateFrom(apiHolder.get(translationApiRef));
    validation.addError(t('wizard.secretName.refused'));
  },
  schema: makeFieldSchema({ output: z => z.string() }),
};

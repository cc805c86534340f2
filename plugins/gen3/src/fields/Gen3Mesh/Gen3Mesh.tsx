import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { AnswerText } from '../shared/AnswerText';

/** Field for the answer `meshHub`. */
export function Gen3Mesh(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Gen3QueryProvider>
      <AnswerText
        field={props}
        answer="meshHub"
        label={t('wizard.mesh.label')}
        help={t('wizard.mesh.help')}
      />
    </Gen3QueryProvider>
  );
}

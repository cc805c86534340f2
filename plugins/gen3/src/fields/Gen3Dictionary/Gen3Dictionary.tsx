import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { AnswerText } from '../shared/AnswerText';

/** Field for the answer `dictionaryUrl`. */
export function Gen3Dictionary(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Gen3QueryProvider>
      <AnswerText
        field={props}
        answer="dictionaryUrl"
        label={t('wizard.dictionary.label')}
        help={t('wizard.dictionary.help')}
      />
    </Gen3QueryProvider>
  );
}

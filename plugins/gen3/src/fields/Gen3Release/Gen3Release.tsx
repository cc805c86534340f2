import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { AnswerText } from '../shared/AnswerText';

/** Field for the answer `release`. */
export function Gen3Release(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Gen3QueryProvider>
      <AnswerText
        field={props}
        answer="release"
        label={t('wizard.release.label')}
        help={t('wizard.release.help')}
      />
    </Gen3QueryProvider>
  );
}

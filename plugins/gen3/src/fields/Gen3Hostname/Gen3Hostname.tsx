import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { AnswerText } from '../shared/AnswerText';

/** Field for the answer `hostname`. */
export function Gen3Hostname(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Gen3QueryProvider>
      <AnswerText
        field={props}
        answer="hostname"
        label={t('wizard.hostname.label')}
        help={t('wizard.hostname.help')}
      />
    </Gen3QueryProvider>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { AnswerText } from '../shared/AnswerText';

/** Field for the answer `cluster`. */
export function Gen3Cluster(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Gen3QueryProvider>
      <AnswerText
        field={props}
        answer="cluster"
        label={t('wizard.cluster.label')}
        help={t('wizard.cluster.help')}
      />
    </Gen3QueryProvider>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { EditOf, RETIRE_STEPS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useEditOptions } from '../../hooks/useEditOptions';
import { commonsOfForm } from '../../lib/commonsOfForm';
import { gen3TranslationRef } from '../../translation';
import { RadioAnswer } from '../shared/RadioAnswer';

type RetireStep = EditOf<'retire'>['step'];

/** Field for the answer `step` of a retirement: says which of the two the commons is ready for. */
export function Gen3RetireStep(
  props: FieldExtensionComponentProps<RetireStep>,
) {
  return (
    <Gen3QueryProvider>
      <StepRadios {...props} />
    </Gen3QueryProvider>
  );
}

function StepRadios(props: FieldExtensionComponentProps<RetireStep>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const [hostname] = commonsOfForm(props.formContext?.formData);
  const maintenance = useEditOptions(hostname).data?.maintenance;
  return (
    <RadioAnswer
      field={props}
      choices={RETIRE_STEPS.map(step => ({
        value: step,
        label: t(`editFields.retireStep.${step}`),
      }))}
      label={t('editFields.retireStep.label')}
      help={t('editFields.retireStep.help')}
      note={maintenance && t(`editFields.retireStep.ready.${maintenance}`)}
    />
  );
}

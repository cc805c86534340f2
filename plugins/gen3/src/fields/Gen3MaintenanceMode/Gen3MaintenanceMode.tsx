import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { commonsOfForm } from '../../lib/commonsOfForm';
import { gen3TranslationRef } from '../../translation';
import { RadioAnswer } from '../shared/RadioAnswer';
import { usePreselectedMode } from './usePreselectedMode';

const MODES = ['on', 'off'] as const;

/** Field for the answer `mode` of a change of maintenance mode: begins with what it is not now. */
export function Gen3MaintenanceMode(
  props: FieldExtensionComponentProps<'on' | 'off'>,
) {
  return (
    <Gen3QueryProvider>
      <ModeRadios {...props} />
    </Gen3QueryProvider>
  );
}

function ModeRadios(props: FieldExtensionComponentProps<'on' | 'off'>) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const now = usePreselectedMode({
    hostname: commonsOfForm(props.formContext?.formData)[0],
    mode: formData,
    onPreselect: onChange,
  });
  const isAlready = now !== undefined && now === formData;
  return (
    <RadioAnswer
      field={props}
      choices={MODES.map(mode => ({
        value: mode,
        label: t(`editFields.maintenance.${mode}`),
      }))}
      label={t('editFields.maintenance.label')}
      help={t('editFields.maintenance.help')}
      note={isAlready ? t(`editFields.maintenance.already.${now}`) : undefined}
    />
  );
}

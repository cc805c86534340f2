import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { commonsOfForm } from '../../lib/commonsOfForm';
import { gen3TranslationRef } from '../../translation';
import { usePreselectedMode } from './usePreselectedMode';

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
  const { formData, onChange, rawErrors = [], schema } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const now = usePreselectedMode({
    hostname: commonsOfForm(props.formContext?.formData)[0],
    mode: formData,
    onPreselect: onChange,
  });
  const id = props.idSchema.$id;
  return (
    <FormControl component="fieldset" error={rawErrors.length > 0}>
      <FormLabel component="legend" required={props.required}>
        {schema.title ?? t('editFields.maintenance.label')}
      </FormLabel>
      <RadioGroup
        name={id}
        aria-describedby={`${id}-help`}
        value={formData ?? ''}
        onChange={({ target }) =>
          onChange(target.value === 'on' ? 'on' : 'off')
        }
      >
        {(['on', 'off'] as const).map(mode => (
          <FormControlLabel
            key={mode}
            value={mode}
            disabled={props.disabled}
            control={<Radio color="primary" />}
            label={t(`editFields.maintenance.${mode}`)}
          />
        ))}
      </RadioGroup>
      <FormHelperText id={`${id}-help`}>
        {schema.description ?? t('editFields.maintenance.help')}{' '}
        {now !== undefined && now === formData
          ? t(`editFields.maintenance.already.${now}`)
          : null}
      </FormHelperText>
    </FormControl>
  );
}

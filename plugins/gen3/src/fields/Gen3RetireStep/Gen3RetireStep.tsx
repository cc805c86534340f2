import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useEditOptions } from '../../hooks/useEditOptions';
import { commonsOfForm } from '../../lib/commonsOfForm';
import { gen3TranslationRef } from '../../translation';
import { RETIRE_STEPS, RetireStep } from './retireSteps';

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
  const { formData, onChange, rawErrors = [], schema } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [hostname] = commonsOfForm(props.formContext?.formData);
  const maintenance = useEditOptions(hostname).data?.maintenance;
  const id = props.idSchema.$id;
  return (
    <FormControl component="fieldset" error={rawErrors.length > 0}>
      <FormLabel component="legend" required={props.required}>
        {schema.title ?? t('editFields.retireStep.label')}
      </FormLabel>
      <RadioGroup
        name={id}
        aria-describedby={`${id}-help`}
        value={formData ?? ''}
        onChange={({ target }) =>
          onChange(RETIRE_STEPS.find(step => step === target.value))
        }
      >
        {RETIRE_STEPS.map(step => (
          <FormControlLabel
            key={step}
            value={step}
            disabled={props.disabled}
            control={<Radio color="primary" />}
            label={t(`editFields.retireStep.${step}`)}
          />
        ))}
      </RadioGroup>
      <FormHelperText id={`${id}-help`}>
        {schema.description ?? t('editFields.retireStep.help')}{' '}
        {maintenance === undefined
          ? null
          : t(`editFields.retireStep.ready.${maintenance}`)}
      </FormHelperText>
    </FormControl>
  );
}

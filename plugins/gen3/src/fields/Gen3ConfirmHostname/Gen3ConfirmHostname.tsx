import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import TextField from '@material-ui/core/TextField';
import { gen3TranslationRef } from '../../translation';

/** Field for the answer `confirm` of a retirement: the hostname, typed once more. */
export function Gen3ConfirmHostname(
  props: FieldExtensionComponentProps<string>,
) {
  const { formData, onChange, rawErrors = [], schema } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const isWrong = rawErrors.length > 0;
  return (
    <TextField
      id={props.idSchema.$id}
      label={schema.title ?? t('editFields.confirm.label')}
      helperText={schema.description ?? t('editFields.confirm.help')}
      value={formData ?? ''}
      onChange={event => onChange(event.target.value || undefined)}
      required={props.required}
      disabled={props.disabled}
      error={isWrong}
      fullWidth
      inputProps={{
        'aria-invalid': isWrong,
        autoComplete: 'off',
        spellCheck: false,
        style: { fontFamily: 'monospace' },
      }}
    />
  );
}

import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';
import TextField from '@material-ui/core/TextField';
import { AnswerFindings } from './AnswerFindings';
import { useAnswerPreflight } from './useAnswerPreflight';

/** A text with what preflight finds about it below. */
export function AnswerText(props: {
  field: FieldExtensionComponentProps<string>;
  answer: LaunchField;
  label: string;
  help: string;
}) {
  const { field, answer } = props;
  const found = useAnswerPreflight(field.formContext?.formData, answer);
  const id = field.idSchema.$id;
  const label = field.schema.title ?? props.label;
  return (
    <div>
      <TextField
        id={id}
        label={label}
        required={field.required}
        disabled={field.disabled}
        fullWidth
        error={found.isWrong || (field.rawErrors ?? []).length > 0}
        value={field.formData ?? ''}
        onChange={event => field.onChange(event.target.value || undefined)}
        helperText={field.schema.description ?? props.help}
        inputProps={{
          'aria-describedby': `${id}-helper-text ${id}-findings`,
          spellCheck: false,
          style: { fontFamily: 'monospace' },
        }}
      />
      <AnswerFindings
        id={`${id}-findings`}
        label={label}
        found={found}
        showState={field.formData !== undefined}
      />
    </div>
  );
}

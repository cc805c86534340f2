import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';
import TextField from '@material-ui/core/TextField';
import { Suggestions } from '../../lib/suggestion';
import { gen3TranslationRef } from '../../translation';
import { AnswerFindings } from './AnswerFindings';
import { helpOf } from './helpOf';
import { SuggestedText } from './SuggestedText';
import { useAnswerPreflight } from './useAnswerPreflight';

/** A text with what preflight finds about it below. */
export function AnswerText(props: {
  field: FieldExtensionComponentProps<string>;
  answer: LaunchField;
  label: string;
  help: string;
  /** What one may choose instead of typing; absent: one only types. */
  suggestions?: Suggestions;
}) {
  const { field, answer, suggestions } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const found = useAnswerPreflight(field.formContext?.formData, answer);
  const id = field.idSchema.$id;
  const label = field.schema.title ?? props.label;
  const help = helpOf(field) ?? props.help;
  const isWrong = found.isWrong || (field.rawErrors ?? []).length > 0;
  const text = {
    label,
    required: field.required,
    fullWidth: true,
    error: isWrong,
    helperText: suggestions?.failed
      ? `${help} ${t('wizard.suggestion.failed')}`
      : help,
    inputProps: {
      'aria-describedby': `${id}-helper-text ${id}-findings`,
      'aria-invalid': isWrong,
      spellCheck: false,
      style: { fontFamily: 'monospace' },
    },
  };
  return (
    <div>
      {suggestions ? (
        <SuggestedText
          id={id}
          value={field.formData}
          suggestions={suggestions.items}
          disabled={field.disabled}
          onChange={field.onChange}
          text={text}
        />
      ) : (
        <TextField
          id={id}
          disabled={field.disabled}
          value={field.formData ?? ''}
          onChange={event => field.onChange(event.target.value || undefined)}
          {...text}
        />
      )}
      <AnswerFindings
        id={`${id}-findings`}
        label={label}
        found={found}
        showState={field.formData !== undefined}
      />
    </div>
  );
}

import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { asRecord } from '../../lib/asRecord';

/** A choice of a few, all of them in sight, with what is known about it below. */
export function RadioAnswer<T extends string>(props: {
  field: FieldExtensionComponentProps<T>;
  /** In their order; `label` where the template has none (`enumNames`). */
  choices: { value: T; label: string }[];
  /** Where the template has no title. */
  label: string;
  /** Where the template has no description. */
  help: string;
  /** What follows from how the commons is now. */
  note?: string;
}) {
  const { field, choices, label, help, note } = props;
  const { formData, onChange, rawErrors = [], schema } = field;
  const id = field.idSchema.$id;
  return (
    <FormControl component="fieldset" error={rawErrors.length > 0}>
      <FormLabel component="legend" required={field.required}>
        {schema.title ?? label}
      </FormLabel>
      <RadioGroup
        name={id}
        aria-describedby={`${id}-help`}
        value={formData ?? ''}
        onChange={({ target }) =>
          onChange(choices.find(({ value }) => value === target.value)?.value)
        }
      >
        {choices.map(choice => (
          <FormControlLabel
            key={choice.value}
            value={choice.value}
            disabled={field.disabled}
            control={<Radio color="primary" />}
            label={nameOf(schema, choice.value) ?? choice.label}
          />
        ))}
      </RadioGroup>
      <FormHelperText id={`${id}-help`} error={false}>
        {schema.description ?? help} {note}
      </FormHelperText>
    </FormControl>
  );
}

/** What the template calls a value, which the review of the scaffolder does, too. */
function nameOf(schema: { enum?: unknown[] }, value: string) {
  const { enumNames } = asRecord(schema);
  const index = schema.enum?.indexOf(value) ?? -1;
  const name: unknown = Array.isArray(enumNames) ? enumNames[index] : undefined;
  return typeof name === 'string' ? name : undefined;
}

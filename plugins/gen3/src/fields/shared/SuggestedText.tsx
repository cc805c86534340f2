import MuiTextField, { TextFieldProps } from '@material-ui/core/TextField';
import { useTheme } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { Suggestion } from '../../lib/suggestion';

/** A text to type, or to choose: arrow keys go through what there is, Enter takes it. */
export function SuggestedText(props: {
  id: string;
  value: string | undefined;
  suggestions: Suggestion[];
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
  /** Of the text that one types in. */
  text: Omit<TextFieldProps, 'variant'>;
}) {
  const { id, value, suggestions, disabled, onChange, text } = props;
  const theme = useTheme();
  return (
    <Autocomplete<Suggestion, false, false, true>
      id={id}
      freeSolo
      fullWidth
      disabled={disabled}
      options={suggestions}
      value={value ?? ''}
      // What the form does not take is not shown, either.
      inputValue={value ?? ''}
      getOptionLabel={option =>
        typeof option === 'string' ? option : option.value
      }
      getOptionSelected={option => option.value === value}
      groupBy={
        suggestions.some(({ group }) => group !== undefined)
          ? ({ group }) => group ?? ''
          : undefined
      }
      renderOption={({ value: name, note }) => (
        <span>
          {name}{' '}
          {note ? (
            <span style={{ color: theme.palette.text.secondary }}>{note}</span>
          ) : null}
        </span>
      )}
      onChange={(_, chosen) =>
        onChange(
          (typeof chosen === 'string' ? chosen : chosen?.value) || undefined,
        )
      }
      onInputChange={(_, typed, reason) => {
        if (reason === 'input') onChange(typed || undefined);
      }}
      renderInput={({ inputProps, ...params }) => (
        <MuiTextField
          {...params}
          {...text}
          inputProps={{ ...inputProps, ...text.inputProps }}
        />
      )}
    />
  );
}

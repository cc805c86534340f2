import TextField from '@material-ui/core/TextField';
import { useTheme } from '@material-ui/core/styles';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useEffect, useRef, useState } from 'react';
import { Suggestion } from '../../lib/suggestion';

/** The commons of one wave: chosen or typed, each a chip that Backspace removes. */
export function WaveText(props: {
  id: string;
  label: string;
  hostnames: string[];
  /** Commons of no wave yet. */
  suggestions: Suggestion[];
  disabled?: boolean;
  error: boolean;
  /** Id of the element that says more, for `aria-describedby`. */
  describedBy: string;
  /** Somebody has just added it. */
  takesFocus: boolean;
  onChange: (hostnames: string[]) => void;
}) {
  const { hostnames, suggestions, takesFocus, onChange } = props;
  const theme = useTheme();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  const notes = new Map(suggestions.map(({ value, note }) => [value, note]));
  // Who has typed a whole name and goes on means it, Enter or not.
  const takeTyped = () => {
    const parsed = parseHostname(typed.trim());
    if (!parsed.ok) return;
    setTyped('');
    if (!hostnames.includes(parsed.hostname)) {
      onChange([...hostnames, parsed.hostname]);
    }
  };
  return (
    <Autocomplete<string, true, false, true>
      id={props.id}
      multiple
      freeSolo
      fullWidth
      disabled={props.disabled}
      options={suggestions.map(({ value }) => value)}
      filterOptions={createFilterOptions({
        stringify: hostname => `${hostname} ${notes.get(hostname) ?? ''}`,
      })}
      renderOption={hostname => (
        <span>
          {hostname}{' '}
          <span style={{ color: theme.palette.text.secondary }}>
            {notes.get(hostname)}
          </span>
        </span>
      )}
      value={hostnames}
      onChange={(_, chosen) => onChange(chosen.map(name => name.trim()))}
      inputValue={typed}
      onInputChange={(_, text) => setTyped(text)}
      onBlur={takeTyped}
      renderInput={({ inputProps, ...params }) => (
        <TextField
          {...params}
          inputRef={input}
          label={props.label}
          error={props.error}
          inputProps={{
            ...inputProps,
            'aria-describedby': props.describedBy,
            'aria-invalid': props.error,
            spellCheck: false,
          }}
        />
      )}
    />
  );
}

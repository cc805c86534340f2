import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Search from '@material-ui/icons/Search';
import { useEffect, useRef, useState } from 'react';
import { gen3TranslationRef } from '../../translation';

/** The fleet is asked when nobody has typed for this long. */
const PAUSE_MS = 250;

/** Search by host, title or service; `/` puts the cursor into it. */
export function FleetSearch(props: {
  value: string;
  onSearch: (text: string) => void;
}) {
  const { value, onSearch } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onSearch);
  latest.current = onSearch;

  /** What was searched for last, as far as this field knows. */
  const known = useRef(value);

  useEffect(() => {
    // Its own words come back trimmed, and somebody may be typing on: only another search changes the text.
    if (value === known.current) return;
    known.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return undefined;
    const timer = setTimeout(() => {
      known.current = wanted;
      latest.current(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <TextField
      type="search"
      size="small"
      variant="outlined"
      placeholder={t('fleetPage.search.placeholder')}
      value={text}
      inputRef={input}
      onChange={event => setText(event.target.value)}
      inputProps={{ 'aria-label': t('fleetPage.search.label') }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <Search fontSize="small" />
          </InputAdornment>
        ),
      }}
      style={{ width: 320, maxWidth: '100%' }}
    />
  );
}

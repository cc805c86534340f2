import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Check from '@material-ui/icons/Check';
import FileCopy from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import { gen3TranslationRef } from '../../translation';

const SAID_FOR_MS = 2_000;

/** A button that copies a hostname or tag, and says that it did. */
export function CopyText({ text }: { text: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');

  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // The browser refuses the clipboard, e.g. on plain http: said on the button.
      setState('failed');
    }
  };

  const said = t(`copyText.${state}`, { text });
  const Icon = state === 'copied' ? Check : FileCopy;
  return (
    <IconButton
      size="small"
      onClick={copy}
      aria-label={said}
      title={said}
      style={{ padding: 2 }}
    >
      <Icon style={{ fontSize: 13 }} />
    </IconButton>
  );
}

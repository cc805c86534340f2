import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import { useRef, useState } from 'react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useManagedCommons } from '../../hooks/suggestions/useManagedCommons';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { WavesNow } from './WavesNow';
import { WaveText } from './WaveText';

/** Field for the answer `waves` of an upgrade: lists of hostnames, in the order in which they are upgraded. */
export function Gen3Waves(props: FieldExtensionComponentProps<string[][]>) {
  return (
    <Gen3QueryProvider>
      <Waves {...props} />
    </Gen3QueryProvider>
  );
}

function Waves(props: FieldExtensionComponentProps<string[][]>) {
  const { formData = [], onChange, rawErrors = [], schema } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { items, failed } = useManagedCommons();
  const [added, setAdded] = useState<number>();
  const addButton = useRef<HTMLButtonElement>(null);
  const id = props.idSchema.$id;
  const title = schema.title ?? t('editFields.waves.label');
  const waves = formData.length > 0 ? formData : [[]];
  const chosen = new Set(waves.flat());
  const free = items.filter(({ value }) => !chosen.has(value));
  const help = schema.description ?? t('editFields.waves.help');
  const hasSeveral = waves.length > 1;
  return (
    <div role="group" aria-label={title}>
      {waves.map((hostnames, index) => {
        const wave = formatNumber(index + 1);
        return (
          <div key={wave} style={{ marginBottom: 8 }}>
            <WaveText
              id={`${id}-${index}`}
              label={hasSeveral ? t('editFields.waves.wave', { wave }) : title}
              hostnames={hostnames}
              suggestions={free}
              disabled={props.disabled}
              error={rawErrors.length > 0}
              describedBy={`${id}-help`}
              takesFocus={added === index}
              onChange={changed =>
                onChange(
                  waves.map((other, at) => (at === index ? changed : other)),
                )
              }
            />
            {hasSeveral ? (
              <Button
                size="small"
                disabled={props.disabled}
                onClick={() => {
                  setAdded(undefined);
                  onChange(waves.filter((_, other) => other !== index));
                  // The button that had the focus is gone.
                  addButton.current?.focus();
                }}
              >
                {t('editFields.waves.remove', { wave })}
              </Button>
            ) : null}
          </div>
        );
      })}
      <Button
        ref={addButton}
        size="small"
        variant="outlined"
        disabled={props.disabled}
        onClick={() => {
          setAdded(waves.length);
          onChange([...waves, []]);
        }}
      >
        {t('editFields.waves.add')}
      </Button>
      <FormHelperText id={`${id}-help`}>
        {help} {failed ? t('wizard.suggestion.failed') : null}
      </FormHelperText>
      <WavesNow hostnames={waves.flat()} />
    </div>
  );
}

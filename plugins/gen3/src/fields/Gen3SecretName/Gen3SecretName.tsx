import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { Notice } from '../../components/Notice';
import { isSecretName } from '../../lib/isSecretName';
import { gen3TranslationRef } from '../../translation';

/** Field for the name of a secret. What may be a secret's value is removed at once, and said nowhere. */
export function Gen3SecretName(props: FieldExtensionComponentProps<string>) {
  const { idSchema, schema, formData, onChange, required, disabled } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [refused, setRefused] = useState(false);
  const id = idSchema.$id;
  const change = (text: string) => {
    const isGood = text === '' || isSecretName(text);
    setRefused(!isGood);
    onChange(isGood && text ? text : undefined);
  };
  return (
    <div>
      <TextField
        id={id}
        label={schema.title ?? t('wizard.secretName.label')}
        required={required}
        disabled={disabled}
        fullWidth
        error={refused}
        value={formData ?? ''}
        onChange={event => change(event.target.value)}
        helperText={t('wizard.secretName.help')}
        inputProps={{
          'aria-describedby': `${id}-helper-text ${id}-refused`,
          'aria-invalid': refused,
          autoComplete: 'off',
          spellCheck: false,
          style: { fontFamily: 'monospace' },
        }}
      />
      <div id={`${id}-refused`} role="status">
        {refused ? (
          <Notice tone="down">{t('wizard.secretName.refused')}</Notice>
        ) : null}
      </div>
    </div>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useState } from 'react';
import { Notice } from '../../components/Notice';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { isSecretName } from '../../lib/isSecretName';
import { gen3TranslationRef } from '../../translation';
import { AnswerFindings } from '../shared/AnswerFindings';
import { SuggestedText } from '../shared/SuggestedText';
import {
  type AnswerPreflight,
  useAnswerPreflight,
} from '../shared/useAnswerPreflight';

function SecretName(props: FieldExtensionComponentProps<string>) {
  const {
    idSchema,
    schema,
    formData,
    onChange,
    required,
    disabled,
    rawErrors,
  } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [refused, setRefused] = useState(false);
  const found = useAnswerPreflight(props.formContext?.formData, props.name);
  const id = idSchema.$id;
  const label = schema.title ?? t('wizard.secretName.label');
  const isWrong = refused || found.isWrong || (rawErrors ?? []).length > 0;
  const change = (text: string) => {
    const isGood = text === '' || isSecretName(text);
    setRefused(!isGood);
    onChange(isGood && text ? text : undefined);
  };
  return (
    <div>
      <SuggestedText
        id={id}
        disabled={disabled}
        value={formData}
        suggestions={suggestedFor(props.name, found)}
        onChange={text => change(text ?? '')}
        text={{
          label,
          required,
          error: isWrong,
          helperText: t('wizard.secretName.help'),
          inputProps: {
            'aria-describedby': `${id}-helper-text ${id}-refused ${id}-findings`,
            'aria-invalid': isWrong,
            spellCheck: false,
            style: { fontFamily: 'monospace' },
          },
        }}
      />
      <div id={`${id}-refused`} role="status">
        {refused ? (
          <Notice tone="down">{t('wizard.secretName.refused')}</Notice>
        ) : null}
      </div>
      <AnswerFindings id={`${id}-findings`} label={label} found={found} />
    </div>
  );
}

/** Names that the answer may have, as the plan of the answers so far says; never what is stored anywhere. */
function suggestedFor(name: string, { preflight }: AnswerPreflight) {
  const suggested = preflight.answer?.summary?.suggestedSecrets;
  const names =
    name === 'databaseSecret' || name === 'fenceConfigSecret'
      ? suggested?.[name]
      : undefined;
  return (names ?? []).map(value => ({ value }));
}

/**
 * Field for the name of a secret, to type or to choose, with what preflight finds about it. What may be a secret's value is removed at once, and said nowhere.
 */
export function Gen3SecretName(props: FieldExtensionComponentProps<string>) {
  return (
    <Gen3QueryProvider>
      <SecretName {...props} />
    </Gen3QueryProvider>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useManagedCommons } from '../../hooks/suggestions/useManagedCommons';
import { useEditOptions } from '../../hooks/useEditOptions';
import { gen3TranslationRef } from '../../translation';
import { CommonsNow } from '../now/CommonsNow';
import { NowLine } from '../now/NowLine';
import { SuggestedText } from '../shared/SuggestedText';

/** Field for the answer `hostname` of an edit: a commons that there is. */
export function Gen3Commons(props: FieldExtensionComponentProps<string>) {
  return (
    <Gen3QueryProvider>
      <CommonsText {...props} />
    </Gen3QueryProvider>
  );
}

function CommonsText(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, rawErrors = [], schema, idSchema } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { items, failed } = useManagedCommons();
  const options = useEditOptions(formData);
  const help = schema.description ?? t('editFields.commons.help');
  const id = idSchema.$id;
  return (
    <div>
      <SuggestedText
        id={id}
        value={formData}
        suggestions={items}
        disabled={props.disabled}
        onChange={onChange}
        text={{
          label: schema.title ?? t('editFields.commons.label'),
          required: props.required,
          fullWidth: true,
          error: rawErrors.length > 0,
          helperText: failed
            ? `${help} ${t('wizard.suggestion.failed')}`
            : help,
          inputProps: {
            'aria-describedby': `${id}-helper-text ${id}-now`,
            spellCheck: false,
            style: { fontFamily: 'monospace' },
          },
        }}
      />
      <NowLine id={`${id}-now`}>
        <CommonsNow options={options} />
      </NowLine>
    </div>
  );
}

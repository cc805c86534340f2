import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useEffect } from 'react';
import { FailureNotice } from '../../components/Notice';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useSources } from '../../hooks/useSources';
import { gen3TranslationRef } from '../../translation';

/** Field for the answer `source`: the GitOps repositories that take changes. The only one is chosen by itself. */
export function Gen3Source(props: FieldExtensionComponentProps<string>) {
  return (
    <Gen3QueryProvider>
      <SourceSelect {...props} />
    </Gen3QueryProvider>
  );
}

function SourceSelect(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, rawErrors = [], schema, required } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, error, refetch } = useSources();
  const sources = (data?.items ?? []).filter(
    ({ type, relationship }) => type === 'gitops' && relationship === 'managed',
  );
  const only = sources.length === 1 ? sources[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined && formData === undefined) onChange(only);
  }, [only, formData, onChange]);
  return (
    <>
      {error ? (
        <FailureNotice
          what={t('wizard.source.failure')}
          error={error}
          stillWorks={t('wizard.source.stillWorks')}
          onRetry={refetch}
        />
      ) : null}
      <TextField
        id={props.idSchema.$id}
        select
        fullWidth
        required={required}
        error={rawErrors.length > 0}
        label={schema.title ?? t('wizard.source.label')}
        helperText={schema.description ?? t('wizard.source.help')}
        // A value that is not in the list yet would be an invalid choice.
        value={sources.some(({ id }) => id === formData) ? formData : ''}
        onChange={event => onChange(event.target.value || undefined)}
      >
        {sources.map(({ id, target }) => (
          <MenuItem key={id} value={id}>
            {t('wizard.source.option', { id, target })}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

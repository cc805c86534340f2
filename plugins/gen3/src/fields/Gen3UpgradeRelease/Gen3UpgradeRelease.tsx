import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  classifyTag,
  releaseNotesUrl,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import Link from '@material-ui/core/Link';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useReleases } from '../../hooks/suggestions/useReleases';
import { gen3TranslationRef } from '../../translation';
import { NowLine } from '../now/NowLine';
import { SuggestedText } from '../shared/SuggestedText';

/** Field for the answer `release` of an upgrade: those that there are, and where the notes of the chosen one are. */
export function Gen3UpgradeRelease(
  props: FieldExtensionComponentProps<string>,
) {
  return (
    <Gen3QueryProvider>
      <ReleaseText {...props} />
    </Gen3QueryProvider>
  );
}

function ReleaseText(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, rawErrors = [], schema } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { items, failed } = useReleases();
  const help = schema.description ?? t('editFields.release.help');
  const isWrong = rawErrors.length > 0;
  return (
    <div>
      <SuggestedText
        id={props.idSchema.$id}
        value={formData}
        suggestions={items}
        disabled={props.disabled}
        onChange={onChange}
        text={{
          label: schema.title ?? t('editFields.release.label'),
          required: props.required,
          fullWidth: true,
          error: isWrong,
          helperText: failed
            ? `${help} ${t('wizard.suggestion.failed')}`
            : help,
          inputProps: {
            'aria-invalid': isWrong,
            spellCheck: false,
            style: { fontFamily: 'monospace' },
          },
        }}
      />
      <NowLine>
        {formData !== undefined && classifyTag(formData) === 'monthly' ? (
          <Link
            href={releaseNotesUrl(formData)}
            target="_blank"
            rel="noopener noreferrer"
            underline="always"
          >
            {t('editFields.release.notes', { release: formData })}
          </Link>
        ) : null}
      </NowLine>
    </div>
  );
}

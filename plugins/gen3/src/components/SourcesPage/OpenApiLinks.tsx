import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useDownload } from '../../hooks/useDownload';
import { gen3TranslationRef } from '../../translation';

/**
 * Downloads both documents of the REST interface. They need a log-in like every route, so a plain link, which
 * carries none, would only lead to a refusal.
 */
export function OpenApiLinks() {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <span>
      {t('sourcesPage.openApi.label')}
      <Download of="fleet" />
      <Download of="sources" />
    </span>
  );
}

function Download(props: { of: 'fleet' | 'sources' }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const document = t(`sourcesPage.openApi.${props.of}`);
  const download = useDownload(props.of);
  return (
    <Button
      size="small"
      disabled={download.isPending}
      onClick={() => download.mutate()}
      title={download.error?.message}
    >
      {download.error
        ? t('sourcesPage.openApi.failed', { document })
        : document}
    </Button>
  );
}

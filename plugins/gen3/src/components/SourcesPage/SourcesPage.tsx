import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useSources } from '../../hooks/useSources';
import { gen3TranslationRef } from '../../translation';
import { FailureNotice } from '../Notice';
import { PageFrame } from '../PageFrame';
import { Skeleton } from '../Skeleton';
import { OpenApiLinks } from './OpenApiLinks';
import { SourceList } from './SourceList';
import { SourcesEmpty } from './SourcesEmpty';

/** Where commons are found, and what could not be read there. @public */
export function SourcesPage() {
  return (
    <Gen3QueryProvider>
      <Sources />
    </Gen3QueryProvider>
  );
}

function Sources() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, error, isPending, refetch } = useSources();
  return (
    <PageFrame title={t('sourcesPage.title')} aside={<OpenApiLinks />}>
      {error ? (
        <FailureNotice
          what={t('sourcesPage.failure.what')}
          error={error}
          stillWorks={t('sourcesPage.failure.stillWorks')}
          shownSince={data?.asOf}
          onRetry={refetch}
        />
      ) : null}
      {isPending ? (
        <Skeleton lines={8} label={t('sourcesPage.loading')} />
      ) : null}
      {data && data.items.length === 0 ? <SourcesEmpty /> : null}
      {data && data.items.length > 0 ? <SourceList answer={data} /> : null}
    </PageFrame>
  );
}

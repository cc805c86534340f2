import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useClusters } from '../../hooks/useClusters';
import { gen3TranslationRef } from '../../translation';
import { FailureNotice } from '../Notice';
import { PageFrame } from '../PageFrame';
import { Skeleton } from '../Skeleton';
import { ClusterList } from './ClusterList';
import { ClustersEmpty } from './ClustersEmpty';

/** Clusters, the commons that run in them, and what of them cannot be read. @public */
export function ClustersPage() {
  return (
    <Gen3QueryProvider>
      <Clusters />
    </Gen3QueryProvider>
  );
}

function Clusters() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const query = useClusters();
  const { data, error, isPending, refetch } = query;
  const latest = data?.pages.at(-1);
  const clusters = data?.pages.flatMap(page => page.items);
  return (
    <PageFrame title={t('clustersPage.title')}>
      {error ? (
        <FailureNotice
          what={t('clustersPage.failure.what')}
          error={error}
          stillWorks={t('clustersPage.failure.stillWorks')}
          shownSince={latest?.asOf}
          onRetry={refetch}
        />
      ) : null}
      {isPending ? (
        <Skeleton lines={8} label={t('clustersPage.loading')} />
      ) : null}
      {clusters && clusters.length === 0 ? <ClustersEmpty /> : null}
      {clusters && latest && clusters.length > 0 ? (
        <ClusterList
          clusters={clusters}
          total={latest.totalItems}
          busy={query.isFetchingNextPage}
          onMore={query.hasNextPage ? () => query.fetchNextPage() : undefined}
        />
      ) : null}
    </PageFrame>
  );
}

import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useParams } from 'react-router-dom';
import { useChange } from '../../hooks/useChanges';
import { changesRouteRef } from '../../routes';
import { gen3TranslationRef } from '../../translation';
import { FailureNotice } from '../Notice';
import { PageFrame } from '../PageFrame';
import { Skeleton } from '../Skeleton';
import { ChangeBody } from './ChangeBody';

/** One change: where it is, what it does, and what one can do with it. */
export function ChangePage() {
  const { id = '' } = useParams();
  // What was typed or opened for one change is not for the next.
  return <OneChange key={id} id={id} />;
}

function OneChange({ id }: { id: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, dataUpdatedAt, error, isPending, refetch } = useChange(id);
  const allLink = useRouteRef(changesRouteRef);
  return (
    <PageFrame
      title={data?.title ?? t('changePage.title')}
      aside={
        <Link to={allLink()} underline="always">
          {t('changePage.all')}
        </Link>
      }
    >
      {error ? (
        <FailureNotice
          what={t('changePage.failure.what')}
          error={error}
          stillWorks={t('changePage.failure.stillWorks')}
          shownSince={data && new Date(dataUpdatedAt).toISOString()}
          onRetry={refetch}
        />
      ) : null}
      {isPending ? (
        <Skeleton lines={12} label={t('changePage.loading')} />
      ) : null}
      {data ? <ChangeBody change={data} /> : null}
    </PageFrame>
  );
}

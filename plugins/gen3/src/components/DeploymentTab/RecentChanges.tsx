import { InfoCard, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommitsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useCommonsCommits } from '../../hooks/useCommits';
import { LAYER_DOCS } from '../../lib/docs';
import { gen3TranslationRef } from '../../translation';
import { FailureNotice } from '../Notice';
import { Skeleton } from '../Skeleton';
import { CommitsTable } from './CommitsTable';
import { CommitsWhere } from './CommitsWhere';
import { UnmarkedNote } from './UnmarkedNote';

/** What changed in git of a commons, and what of it is deployed. */
export function RecentChanges(props: {
  query: ReturnType<typeof useCommonsCommits>;
  /** Commits that Argo CD deployed. */
  deployed: string[];
  /** Whether that is known by now, or known not to be known. */
  isDeployedKnown: boolean;
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { query, deployed, isDeployedKnown } = props;
  const { data, error, isPending, isPlaceholderData, refetch } = query;
  const title = t('deploymentTab.commits.title');
  return (
    <section aria-label={title}>
      <InfoCard title={title} titleTypographyProps={{ component: 'h2' }}>
        {error ? (
          <FailureNotice
            what={t('deploymentTab.commits.what')}
            error={error}
            stillWorks={t('deploymentTab.commits.stillWorks')}
            shownSince={data?.asOf}
            onRetry={refetch}
          />
        ) : null}
        {isPending ? (
          <Skeleton lines={5} label={t('deploymentTab.commits.loading')} />
        ) : null}
        {data ? <Changes answer={data} /> : null}
        {data && isDeployedKnown && !isPlaceholderData ? (
          <UnmarkedNote answer={data} deployed={deployed} />
        ) : null}
        {data ? <CommitsWhere answer={data} /> : null}
      </InfoCard>
    </section>
  );
}

function Changes({ answer }: { answer: CommitsResponse }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  switch (answer.state) {
    case 'not-in-git':
      return (
        <p>
          {t('deploymentTab.commits.notInGit')}{' '}
          <Link to={LAYER_DOCS.git} underline="always">
            {t('deploymentTab.commits.guide')}
          </Link>
        </p>
      );
    case 'not-supported':
      return <p>{t('deploymentTab.commits.notSupported')}</p>;
    default:
      return answer.commits.length > 0 ? (
        <CommitsTable answer={answer} />
      ) : (
        <p>{t('deploymentTab.commits.none')}</p>
      );
  }
}

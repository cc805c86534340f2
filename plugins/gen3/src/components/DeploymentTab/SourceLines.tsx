import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ApplicationRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { shortRevision } from '../../lib/shortRevision';
import { gen3TranslationRef } from '../../translation';
import { LineList } from './LineList';

type Source = ApplicationRow['sources'][number];

/** Where an Application takes what it deploys from, what of it runs, and what git has where that is another. */
export function SourceLines({ sources }: Pick<ApplicationRow, 'sources'>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <LineList title={t('deploymentTab.argocd.sources')}>
      {sources.map((source, index) => (
        // eslint-disable-next-line react/no-array-index-key -- Argo CD knows sources by their place
        <SourceLine key={index} source={source} />
      ))}
    </LineList>
  );
}

function SourceLine({ source }: { source: Source }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { deployedRevision: runs, comparedRevision: compared } = source;
  const followed = source.targetRevision ?? 'HEAD';
  return (
    <>
      <code>
        {[source.repoUrl, source.path ?? source.chart]
          .filter(Boolean)
          .join(' ')}
      </code>{' '}
      {t('deploymentTab.argocd.at', { revision: followed })}
      {runs ? (
        <>
          {', '}
          <span title={runs}>
            {t('deploymentTab.argocd.deployed', {
              commit: <code>{shortRevision(runs)}</code>,
            })}
          </span>
        </>
      ) : null}
      {compared && compared !== runs ? (
        <>
          {', '}
          <span title={compared}>
            {t('deploymentTab.argocd.compared', {
              commit: <code>{shortRevision(compared)}</code>,
            })}
          </span>
        </>
      ) : null}
    </>
  );
}

import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ApplicationRow,
  CommitsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { shortRevision } from '../../lib/shortRevision';
import { gen3TranslationRef } from '../../translation';
import { LineList } from './LineList';

type Source = ApplicationRow['sources'][number];

/** Where an Application takes what it deploys from, what of it runs, and what git has where that is another. */
export function SourceLines(props: {
  sources: Source[];
  /** What is known of the revisions that are deployed. */
  revisions: CommitsResponse['revisions'];
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const urlOf = (sought: string | undefined) =>
    props.revisions.find(({ revision }) => revision === sought)?.url;
  return (
    <LineList title={t('deploymentTab.argocd.sources')}>
      {props.sources.map((source, index) => (
        <SourceLine
          // eslint-disable-next-line react/no-array-index-key -- Argo CD knows sources by their place
          key={index}
          source={source}
          url={urlOf(source.deployedRevision)}
        />
      ))}
    </LineList>
  );
}

function SourceLine(props: { source: Source; url: string | undefined }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { source, url } = props;
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
          {t('deploymentTab.argocd.deployed', {
            commit: <Revision revision={runs} url={url} />,
          })}
        </>
      ) : null}
      {compared && compared !== runs ? (
        <>
          {', '}
          {t('deploymentTab.argocd.compared', {
            commit: <Revision revision={compared} url={undefined} />,
          })}
        </>
      ) : null}
    </>
  );
}

function Revision(props: { revision: string; url: string | undefined }) {
  const { revision, url } = props;
  const short = <code title={revision}>{shortRevision(revision)}</code>;
  return url ? (
    <Link to={url} underline="always">
      {short}
    </Link>
  ) : (
    short
  );
}

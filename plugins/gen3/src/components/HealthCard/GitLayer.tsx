import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCommonsSources } from '../../hooks/useSources';
import { shortCommit } from '../../lib/shortCommit';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { CopyText } from '../CopyText';

/** When each source that declares a commons was last read well, and at which commit. */
export function GitLayer({ hostname }: { hostname: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data } = useCommonsSources(hostname);
  const sources = data?.items ?? [];
  // Refused or not known yet: that it is connected is all that is certain.
  if (sources.length === 0) return <>{t('healthCard.layers.connected')}</>;
  return (
    <>
      {sources.map(({ id, lastGoodAt, commit }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          {id} <Age at={lastGoodAt} as="ago" />
          {commit ? (
            <>
              {' '}
              (<code title={commit}>{shortCommit(commit)}</code>){' '}
              <CopyText text={commit} />
            </>
          ) : null}
        </span>
      ))}
    </>
  );
}

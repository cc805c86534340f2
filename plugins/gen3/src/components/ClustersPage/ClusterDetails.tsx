import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ClusterRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { LAYER_DOCS } from '../../lib/docs';
import { gen3TranslationRef } from '../../translation';

/** What cannot be read of a cluster, and why; add-ons that it does not have. */
export function ClusterDetails({ cluster }: { cluster: ClusterRow }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { reachability, notReadable, namespace, latencyMs } = cluster;
  const failed = notReadable.filter(({ state }) => state === 'failed');
  const notServed = notReadable.filter(({ state }) => state === 'not-served');
  if (reachability !== 'reachable') {
    return <p>{t('clustersPage.details.notAsked')}</p>;
  }
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      {failed.length > 0 ? (
        <>
          <strong>{t('clustersPage.details.notReadable')}</strong>
          <ul>
            {failed.map(({ kind, reason }) => (
              <li key={kind}>
                {t('clustersPage.details.kind', { kind, reason })}
              </li>
            ))}
          </ul>
          <Link to={`${LAYER_DOCS.inside}#rights`} underline="always">
            {t('clustersPage.details.guide')}
          </Link>
        </>
      ) : (
        <p>{t('clustersPage.details.allReadable')}</p>
      )}
      {namespace === undefined ? (
        <p>{t('clustersPage.details.noNamespace')}</p>
      ) : null}
      {latencyMs === undefined ? null : (
        <p>{t('clustersPage.details.latency')}</p>
      )}
      {notServed.length > 0 ? (
        <p>
          {t('clustersPage.details.notServed', {
            kinds: notServed.map(({ kind }) => kind).join(', '),
          })}
        </p>
      ) : null}
    </div>
  );
}

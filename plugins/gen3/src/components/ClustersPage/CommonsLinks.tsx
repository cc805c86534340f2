import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ClusterRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';

/** The first commons of a cluster, each a link to its page, and how many there are. */
export function CommonsLinks(props: { commons: ClusterRow['commons'] }) {
  const { count, first } = props.commons;
  const { t } = useTranslationRef(gen3TranslationRef);
  const entityLink = useRouteRef(entityRouteRef);
  const rest = count - first.length;
  if (count === 0) {
    return <>{t('clustersPage.noCommons')}</>;
  }
  return (
    <>
      {t('count.commons', counted(count))}
      {': '}
      {first.map(({ namespace, name, hostname }, index) => {
        const href = entityLink?.({ kind: 'system', namespace, name });
        return (
          <span key={`${namespace}/${name}`}>
            {index > 0 ? ', ' : null}
            {href ? (
              <Link to={href} underline="always">
                {hostname}
              </Link>
            ) : (
              hostname
            )}
          </span>
        );
      })}
      {rest > 0 ? ` ${t('clustersPage.details.more', counted(rest))}` : null}
    </>
  );
}

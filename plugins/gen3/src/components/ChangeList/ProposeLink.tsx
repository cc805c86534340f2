import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { proposeLinkRouteRef } from '../../routes';
import { gen3TranslationRef } from '../../translation';

/** How to propose a change: the templates, where this portal has them. */
export function ProposeLink() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const href = useRouteRef(proposeLinkRouteRef)?.();
  if (!href) return <p>{t('changesPage.empty.proposeElsewhere')}</p>;
  return (
    <p>
      {t('changesPage.empty.propose', {
        link: (
          <Link to={href} underline="always">
            {t('changesPage.empty.proposeLink')}
          </Link>
        ),
      })}
    </p>
  );
}

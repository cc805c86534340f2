import { InfoCard, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { GEN3_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { changesLinkRouteRef } from '../../routes';
import { gen3TranslationRef } from '../../translation';
import { ChangeList, ProposeLink } from '../ChangeList';

/** As on the page of changes, without the commons: it is the one whose page this is. */
const COLUMNS = [
  'state',
  'change',
  'now',
  'source',
  'author',
  'owner',
  'age',
] as const;

/** Changes of the commons whose entity page this is. @public */
export function ChangesTab() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { annotations } = useEntity().entity.metadata;
  const hostname = annotations?.[GEN3_ANNOTATIONS.hostname];
  const title = t('changesPage.title');
  return (
    <section aria-label={title}>
      <InfoCard title={title} titleTypographyProps={{ component: 'h2' }}>
        {hostname === undefined ? (
          <p>
            {t('changesPage.tab.noHostname', {
              annotation: <code>{GEN3_ANNOTATIONS.hostname}</code>,
            })}
          </p>
        ) : (
          <Gen3QueryProvider>
            <ChangeList
              filter={{ hostname }}
              columns={COLUMNS}
              empty={<NoneYet hostname={hostname} />}
            />
          </Gen3QueryProvider>
        )}
        <AllChanges />
      </InfoCard>
    </section>
  );
}

function NoneYet({ hostname }: { hostname: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      <p>
        {t('changesPage.empty.ofCommons', {
          hostname: <code>{hostname}</code>,
        })}
      </p>
      <ProposeLink />
    </>
  );
}

function AllChanges() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const href = useRouteRef(changesLinkRouteRef)?.();
  if (!href) return null;
  return (
    <p>
      <Link to={href} underline="always">
        {t('changesPage.tab.all')}
      </Link>
    </p>
  );
}

import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useSources } from '../../hooks/useSources';
import { sourcesLinkRouteRef } from '../../routes';
import { gen3TranslationRef } from '../../translation';
import { ConfigLines } from '../ConfigLines';
import { SourceStates } from './SourceStates';

const CONFIG_FILE = 'app-config.yaml';

const EXAMPLE = `catalog:
  providers:
    gen3:
      my-fleet:
        type: gitops
        url: https://github.com/my-org/gen3-gitops
        branch: main
        owner: group:default/csoc`;

/** No commons at all: what this page is for, and how far its sources are, or how to fill it when there are none. */
export function FleetEmpty() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data } = useSources();
  return (
    <section aria-label={t('fleetPage.empty.title')}>
      <h2>{t('fleetPage.empty.title')}</h2>
      <p>{t('fleetPage.empty.purpose')}</p>
      {/* While that is not known, nobody is told to write a config that may be there. */}
      {data?.items.length === 0 ? <HowToFill /> : null}
      {data && data.items.length > 0 ? (
        <>
          <p>{t('fleetPage.empty.beingRead')}</p>
          <SourceStates sources={data.items} asOf={data.asOf} />
        </>
      ) : null}
      <SourcesLink />
    </section>
  );
}

function HowToFill() {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      <p>
        {t('fleetPage.empty.howToFill', { file: <code>{CONFIG_FILE}</code> })}
      </p>
      <ConfigLines text={EXAMPLE} />
    </>
  );
}

function SourcesLink() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const sourcesLink = useRouteRef(sourcesLinkRouteRef)?.();
  if (!sourcesLink) return null;
  return (
    <p>
      {t('fleetPage.empty.sources', {
        link: (
          <Link to={sourcesLink} underline="always">
            {t('fleetPage.empty.sourcesLink')}
          </Link>
        ),
      })}
    </p>
  );
}

/** Commons, but none that match. */
export function FleetNoMatch(props: { onClear: () => void }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <section aria-label={t('fleetPage.noMatch.label')}>
      <p>{t('fleetPage.noMatch.text')}</p>
      <Button
        size="small"
        variant="outlined"
        style={{ textTransform: 'none' }}
        onClick={props.onClear}
      >
        {t('fleetPage.noMatch.clear')}
      </Button>
    </section>
  );
}

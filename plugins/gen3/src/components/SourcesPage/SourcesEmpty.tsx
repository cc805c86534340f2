import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { gen3TranslationRef } from '../../translation';
import { ConfigLines } from '../ConfigLines';

const CONFIG_FILE = 'app-config.yaml';

const EXAMPLE = `catalog:
  providers:
    gen3:
      my-fleet:                # any id; shown on this page
        type: gitops           # or: manifest, static
        url: https://github.com/my-org/gen3-gitops
        branch: main
        owner: group:default/csoc
        schedule:
          frequency: { minutes: 5 }
          timeout: { minutes: 5 }`;

/** No source at all: what one is and how to configure it. */
export function SourcesEmpty() {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <section aria-label={t('sourcesPage.empty.title')}>
      <h2>{t('sourcesPage.empty.title')}</h2>
      <p>{t('sourcesPage.empty.text', { file: <code>{CONFIG_FILE}</code> })}</p>
      <ConfigLines text={EXAMPLE} />
    </section>
  );
}

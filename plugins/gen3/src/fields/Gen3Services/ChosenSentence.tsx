import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { counted } from '../../lib/count';
import { ServiceStand } from '../../lib/serviceChoice';
import { gen3TranslationRef } from '../../translation';

/** How many services are on, and which of them nobody chose; read out when it changes. */
export function ChosenSentence(props: {
  registry: ServiceRegistry;
  stands: Map<string, ServiceStand>;
}) {
  const { registry, stands } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const services = registry.all().flatMap(({ name, title }) => {
    const stand = stands.get(name);
    return stand?.on ? [{ title, ...stand }] : [];
  });
  const byThemselves = services.filter(({ byItself }) => byItself);
  return (
    <p role="status">
      {t('wizard.services.on', counted(services.length))}{' '}
      {byThemselves.length > 0
        ? t('wizard.services.byThemselves', {
            what: byThemselves
              .map(({ title, neededBy }) =>
                t('wizard.services.neededService', {
                  service: title,
                  by: neededBy.join(', '),
                }),
              )
              .join(', '),
          })
        : null}
    </p>
  );
}

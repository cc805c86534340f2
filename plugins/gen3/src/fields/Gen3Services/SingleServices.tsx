import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  GEN3_BUNDLES,
  Gen3Service,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { Expandable } from '../../components/Expandable';
import { formatNumber } from '../../lib/count';
import { ServiceStand } from '../../lib/serviceChoice';
import { gen3TranslationRef } from '../../translation';
import { ChoiceGroup } from './ChoiceGroup';
import { ServiceLine } from './ServiceLine';

/** Every service, by bundle; a bundle opens to its services, and says closed how many of them are on. */
export function SingleServices(props: {
  id: string;
  registry: ServiceRegistry;
  stands: Map<string, ServiceStand>;
  onToggle: (name: string) => void;
}) {
  const { id, registry, stands, onToggle } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const isOn = ({ name }: Gen3Service) => stands.get(name)?.on ?? false;
  const groups = GEN3_BUNDLES.map(bundle => ({
    bundle,
    services: registry.all().filter(each => each.bundle === bundle),
  }));
  return (
    <ChoiceGroup title={t('wizard.services.single')}>
      {groups.map(({ bundle, services }) => (
        <li key={bundle}>
          <Expandable
            title={t('wizard.services.ofBundle', {
              bundle: t(`wizard.bundle.${bundle}`),
            })}
            beside={t('wizard.services.countOn', {
              on: formatNumber(services.filter(isOn).length),
              all: formatNumber(services.length),
            })}
          >
            <ul style={{ listStyle: 'none', margin: 0, paddingLeft: 16 }}>
              {services.map(service => (
                <ServiceLine
                  key={service.name}
                  id={`${id}-service-${service.name}`}
                  service={service}
                  stand={stands.get(service.name)}
                  onToggle={() => onToggle(service.name)}
                />
              ))}
            </ul>
          </Expandable>
        </li>
      ))}
    </ChoiceGroup>
  );
}

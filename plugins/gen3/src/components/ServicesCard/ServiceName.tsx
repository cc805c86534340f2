import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { gen3TranslationRef } from '../../translation';

type Service = CommonsHealthResponse['health']['services'][number];

/** Name of a service, the way to its page where the catalog has one, and whether the commons depends on it. */
export function ServiceName({ service }: { service: Service }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      {service.entityRef ? (
        <EntityRefLink entityRef={service.entityRef} underline="always">
          {service.name}
        </EntityRefLink>
      ) : (
        service.name
      )}
      {service.critical ? <> {t('servicesCard.critical')}</> : null}
    </>
  );
}

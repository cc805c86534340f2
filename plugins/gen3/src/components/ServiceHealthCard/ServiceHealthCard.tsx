import { InfoCard } from '@backstage/core-components';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import { GEN3_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { CommonsKey } from '../../api/Gen3Api';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useCommonsHealth } from '../../hooks/useCommonsHealth';
import { gen3TranslationRef } from '../../translation';
import { DataFacts } from '../DataFacts';
import { FailureNotice, Notice } from '../Notice';
import { Skeleton } from '../Skeleton';
import { ServiceHealthFacts } from './ServiceHealthFacts';

const SYSTEM_FIELD = 'spec.system';

/** Health of the service whose entity page this is, and the way to its commons. @public */
export function ServiceHealthCard() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { entity } = useEntity();
  const service = entity.metadata.annotations?.[GEN3_ANNOTATIONS.service];
  const systemRef = entity.relations?.find(
    ({ type, targetRef }) =>
      type === RELATION_PART_OF && targetRef.startsWith('system:'),
  )?.targetRef;

  return (
    <InfoCard
      title={t('serviceHealthCard.title')}
      titleTypographyProps={{ component: 'h2' }}
    >
      {systemRef && service ? (
        <Gen3QueryProvider>
          <p style={{ marginTop: 0 }}>
            {t('serviceHealthCard.partOf', {
              commons: (
                <EntityRefLink entityRef={systemRef} underline="always" />
              ),
            })}
          </p>
          <ServiceHealth commons={keyOf(systemRef)} service={service} />
        </Gen3QueryProvider>
      ) : (
        <Notice tone="unknown">
          {t('serviceHealthCard.noCommons', {
            system: <code>{SYSTEM_FIELD}</code>,
            annotation: <code>{GEN3_ANNOTATIONS.service}</code>,
          })}
        </Notice>
      )}
    </InfoCard>
  );
}

function ServiceHealth(props: { commons: CommonsKey; service: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, error, isPending, refetch } = useCommonsHealth(props.commons);
  const health = data?.health.services.find(
    ({ name }) => name === props.service,
  );
  return (
    <>
      {error ? (
        <FailureNotice
          what={t('serviceHealthCard.title')}
          error={error}
          stillWorks={t('serviceHealthCard.stillWorks')}
          shownSince={data?.asOf}
          onRetry={refetch}
        />
      ) : null}
      {isPending ? (
        <Skeleton lines={3} label={t('serviceHealthCard.loading')} />
      ) : null}
      {data && !health ? (
        <Notice tone="unknown">
          {t('serviceHealthCard.notRecorded', { service: props.service })}
        </Notice>
      ) : null}
      {health ? <ServiceHealthFacts health={health} /> : null}
      {data ? (
        <p style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
          <DataFacts answer={data} busy={data.refreshing} />
        </p>
      ) : null}
    </>
  );
}

function keyOf(systemRef: string): CommonsKey {
  const { namespace, name } = parseEntityRef(systemRef, {
    defaultKind: 'system',
    defaultNamespace: DEFAULT_NAMESPACE,
  });
  return { namespace, name };
}

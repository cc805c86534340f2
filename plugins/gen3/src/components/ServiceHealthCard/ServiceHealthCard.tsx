import { InfoCard } from '@backstage/core-components';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import { GEN3_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { CommonsKey } from '../../api/Gen3Api';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useCommonsHealth } from '../../hooks/useCommonsHealth';
import { DataFacts } from '../DataFacts';
import { FailureNotice, Notice } from '../Notice';
import { Skeleton } from '../Skeleton';
import { ServiceHealthFacts } from './ServiceHealthFacts';

/** Health of the service whose entity page this is, and the way to its commons. @public */
export function ServiceHealthCard() {
  const { entity } = useEntity();
  const service = entity.metadata.annotations?.[GEN3_ANNOTATIONS.service];
  const systemRef = entity.relations?.find(
    ({ type, targetRef }) =>
      type === RELATION_PART_OF && targetRef.startsWith('system:'),
  )?.targetRef;

  return (
    <InfoCard title="Health" titleTypographyProps={{ component: 'h2' }}>
      {systemRef && service ? (
        <Gen3QueryProvider>
          <p style={{ marginTop: 0 }}>
            Part of <EntityRefLink entityRef={systemRef} underline="always" />
          </p>
          <ServiceHealth commons={keyOf(systemRef)} service={service} />
        </Gen3QueryProvider>
      ) : (
        <Notice tone="unknown">
          This service belongs to no commons in the catalog. Set{' '}
          <code>spec.system</code> to the commons’ System and the annotation{' '}
          <code>{GEN3_ANNOTATIONS.service}</code>.
        </Notice>
      )}
    </InfoCard>
  );
}

function ServiceHealth(props: { commons: CommonsKey; service: string }) {
  const { data, error, isPending, refetch } = useCommonsHealth(props.commons);
  const health = data?.health.services.find(
    ({ name }) => name === props.service,
  );
  return (
    <>
      {error ? (
        <FailureNotice
          what="Health"
          error={error}
          stillWorks="The service itself is not affected."
          shownSince={data?.asOf}
          onRetry={refetch}
        />
      ) : null}
      {isPending ? <Skeleton lines={3} label="Loading health" /> : null}
      {data && !health ? (
        <Notice tone="unknown">
          Nothing is recorded of {props.service}: the commons does not have it
          switched on.
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

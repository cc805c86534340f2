import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { DetailsRow } from '../DenseTable';
import { ServiceEvidence } from '../Evidence';
import { StatusMark } from '../StatusMark';
import { ServiceName } from './ServiceName';
import { ServiceTag } from './ServiceTag';

type Service = CommonsHealthResponse['health']['services'][number];

const ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** One service; opens to what was asked and what came back. */
export function ServiceRow(props: {
  service: Service;
  /** Reason, tag and time stand under the name instead of in columns of their own. */
  narrow: boolean;
}) {
  const { service, narrow } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const why = service.status === 'up' ? undefined : service.reason;
  const status = <StatusMark key="status" status={service.status} />;
  const cells = narrow
    ? [
        status,
        <>
          <ServiceName service={service} />
          {why ? <div>{why}</div> : null}
          <div>
            <ServiceTag tag={service.imageTag} /> · <Age at={service.since} />
          </div>
        </>,
      ]
    : [
        status,
        <span key="name" style={ONE_LINE}>
          <ServiceName service={service} />
        </span>,
        <span key="tag" style={ONE_LINE}>
          <ServiceTag tag={service.imageTag} />
        </span>,
        why ?? '-',
        <span key="since" style={ONE_LINE}>
          <Age at={service.since} />
        </span>,
      ];
  return (
    <DetailsRow
      cells={cells}
      label={t('servicesCard.table.evidenceFor', { service: service.name })}
      details={<ServiceEvidence service={service} />}
    />
  );
}

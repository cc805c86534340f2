import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { DetailsRow } from '../DenseTable';
import { StatusMark } from '../StatusMark';
import { WorkloadDetails } from './WorkloadDetails';

type Workload = WorkloadsResponse['workloads'][number];

const ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** One Deployment or StatefulSet; opens to advice and events. */
export function WorkloadRow(props: { workload: Workload; narrow: boolean }) {
  const { workload, narrow } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { name, outcome, restarts } = workload;
  const why = outcome === 'up' ? null : workload.reason;
  const status = <StatusMark key="status" status={outcome} />;
  const cells = narrow
    ? [
        status,
        <>
          <WorkloadName workload={workload} />
          {why ? <div>{why}</div> : null}
          <div>
            <Replicas workload={workload} /> · <Tags workload={workload} />
          </div>
        </>,
      ]
    : [
        status,
        <WorkloadName key="name" workload={workload} />,
        <span key="replicas" style={ONE_LINE}>
          <Replicas workload={workload} />
        </span>,
        <Tags key="tags" workload={workload} />,
        restarts === undefined ? '-' : formatNumber(restarts),
        <span key="age" style={ONE_LINE}>
          <Age at={workload.createdAt} />
        </span>,
        why ?? '-',
      ];
  return (
    <DetailsRow
      cells={cells}
      label={t('workloadsTab.detailsOf', { workload: name })}
      details={<WorkloadDetails workload={workload} />}
    />
  );
}

/**
 * Name of the workload, and the service that it belongs to. Of one that is part of no known service nobody can tell here whether it is declared:
 * charts bring along a database and a search engine.
 */
function WorkloadName({ workload }: { workload: Workload }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { name, service, declared, kind } = workload;
  const owner =
    service === undefined || declared
      ? service ?? t('inside.unknownService')
      : t('workloadsTab.notDeclared', { service });
  return (
    <>
      <code>{name}</code>
      <div>{[kind, owner].filter(Boolean).join(' · ')}</div>
    </>
  );
}

function Replicas({ workload }: { workload: Workload }) {
  const { replicas, autoscaler } = workload;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      {replicas
        ? t('workloadsTab.replicas', {
            ready: formatNumber(replicas.ready),
            wanted: formatNumber(replicas.wanted),
          })
        : t('workloadsTab.missing')}
      {autoscaler ? (
        <div>
          {t('workloadsTab.scales', {
            min: formatNumber(autoscaler.min),
            max: formatNumber(autoscaler.max),
          })}
        </div>
      ) : null}
    </>
  );
}

/** Tags that run; the one that git declares where it is another. */
function Tags({ workload }: { workload: Workload }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { runningTags, declaredTag } = workload;
  const differs = declaredTag && runningTags.some(tag => tag !== declaredTag);
  return (
    <>
      {runningTags.length > 0 ? (
        <code>{runningTags.join(', ')}</code>
      ) : (
        t('workloadsTab.noTag')
      )}
      {differs ? (
        <div>
          <strong>{t('workloadsTab.driftTags', { tag: declaredTag })}</strong>
        </div>
      ) : null}
    </>
  );
}

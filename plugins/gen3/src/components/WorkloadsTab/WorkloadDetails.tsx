import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

type Workload = WorkloadsResponse['workloads'][number];

/** What is wrong with a workload, what to do, and what the cluster noted of it. */
export function WorkloadDetails({ workload }: { workload: Workload }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { outcome, reason, advice, autoscaler, events } = workload;
  return (
    <>
      <p>
        {outcome === 'up' ? t('workloadsTab.nothingWrong') : reason}{' '}
        {advice ? <strong>{advice}</strong> : null}
      </p>
      {autoscaler?.problem ? (
        <p>{t('workloadsTab.autoscaling', { problem: autoscaler.problem })}</p>
      ) : null}
      {events.length === 0 ? <p>{t('workloadsTab.noEvents')}</p> : null}
      <ul>
        {events.map(event => (
          <li key={`${event.object} ${event.reason} ${event.at ?? ''}`}>
            <Age at={event.at} as="ago" />{' '}
            {t('workloadsTab.event', {
              object: event.object,
              reason: event.reason,
              message: event.message,
            })}
            {event.count > 1
              ? ` (${t('workloadsTab.times', {
                  times: formatNumber(event.count),
                })})`
              : null}
          </li>
        ))}
      </ul>
    </>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { JobsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { DetailsRow } from '../DenseTable';
import { StatusMark } from '../StatusMark';
import { Instant } from './Instant';
import { RunList } from './RunList';

type Job = JobsResponse['jobs'][number];

/** One CronJob, or a Job that runs once; opens to its runs. */
export function JobRow({ job, narrow }: { job: Job; narrow: boolean }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const why = job.outcome === 'up' ? null : job.reason;
  const status = <StatusMark key="status" status={job.outcome} />;
  const success = <Age at={job.lastSuccessAt} as="ago" />;
  const next = <Instant key="next" at={job.nextRunAt} />;
  const cells = narrow
    ? [
        status,
        <>
          <JobName job={job} />
          {why ? <div>{why}</div> : null}
          <div>
            <Schedule job={job} />
          </div>
          <div>
            {t('jobsTab.column.lastSuccess')}: {success}
          </div>
          {job.nextRunAt === undefined ? null : (
            <div>
              {t('jobsTab.column.next')}: {next}
            </div>
          )}
        </>,
      ]
    : [
        status,
        <JobName key="name" job={job} />,
        <Schedule key="schedule" job={job} />,
        success,
        next,
        why ?? '-',
      ];
  return (
    <DetailsRow
      cells={cells}
      label={t('jobsTab.detailsOf', { job: job.name })}
      details={
        <>
          {job.advice && why ? (
            <p>
              <strong>{job.advice}</strong>
            </p>
          ) : null}
          <RunList runs={job.runs} />
        </>
      }
    />
  );
}

/** Name of the job, the service that it belongs to, and whether the health of the commons depends on it. */
function JobName({ job }: { job: Job }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      <code>{job.name}</code> {job.needed ? t('jobsTab.needed') : null}
      <div>{job.service ?? t('inside.unknownService')}</div>
    </>
  );
}

function Schedule({ job }: { job: Job }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { kind, schedule, byHand, timeZone } = job;
  if (kind === 'Job') return <>{t('jobsTab.once')}</>;
  if (byHand) return <>{t('jobsTab.byHand')}</>;
  return (
    <>
      {t('jobsTab.zone', {
        schedule: schedule ?? '-',
        zone: timeZone ?? 'UTC',
      })}
    </>
  );
}

import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { JobsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { CommonsKey } from '../../api/Gen3Api';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useCommonsJobs } from '../../hooks/useInside';
import { gen3TranslationRef } from '../../translation';
import { DenseTable } from '../DenseTable';
import { InsideFrame, Nothing } from '../InsideFrame';
import { JobRow } from './JobRow';

const COLUMNS = ['job', 'schedule', 'lastSuccess', 'next', 'why'] as const;

/** On a phone one cell holds all but the status. */
const NARROW_COLUMNS = ['job'] as const;

/** CronJobs and Jobs of the commons whose entity page this is. @public */
export function JobsTab() {
  const { metadata } = useEntity().entity;
  const { name, namespace = DEFAULT_NAMESPACE } = metadata;
  return (
    <Gen3QueryProvider>
      <Jobs commons={{ namespace, name }} />
    </Gen3QueryProvider>
  );
}

function Jobs({ commons }: { commons: CommonsKey }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const query = useCommonsJobs(commons);
  return (
    <InsideFrame
      title={t('jobsTab.title')}
      loading={t('jobsTab.loading')}
      what={t('jobsTab.what')}
      query={query}
    >
      {answer =>
        answer.jobs.length > 0 ? (
          <JobsTable jobs={answer.jobs} />
        ) : (
          <Nothing
            unreadable={answer.unreadable}
            of={['cronjobs', 'jobs']}
            text={t('jobsTab.none')}
          />
        )
      }
    </InsideFrame>
  );
}

function JobsTable({ jobs }: { jobs: JobsResponse['jobs'] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'), {
    noSsr: true,
  });
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  return (
    <DenseTable
      label={t('jobsTab.label')}
      columns={[
        t('inside.column.status'),
        ...columns.map(column => t(`jobsTab.column.${column}`)),
        t('inside.column.details'),
      ]}
    >
      {jobs.map(job => (
        <JobRow key={`${job.kind} ${job.name}`} job={job} narrow={narrow} />
      ))}
    </DenseTable>
  );
}

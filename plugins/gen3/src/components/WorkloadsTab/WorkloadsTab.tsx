import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { CommonsKey } from '../../api/Gen3Api';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useCommonsWorkloads } from '../../hooks/useInside';
import { gen3TranslationRef } from '../../translation';
import { DenseTable } from '../DenseTable';
import { InsideFrame, Nothing } from '../InsideFrame';
import { WorkloadRow } from './WorkloadRow';

const COLUMNS = [
  'workload',
  'replicas',
  'tag',
  'restarts',
  'age',
  'why',
] as const;

/** On a phone one cell holds all but the status. */
const NARROW_COLUMNS = ['workload'] as const;

/** What runs in the namespace of the commons whose entity page this is. @public */
export function WorkloadsTab() {
  const { metadata } = useEntity().entity;
  const { name, namespace = DEFAULT_NAMESPACE } = metadata;
  return (
    <Gen3QueryProvider>
      <Workloads commons={{ namespace, name }} />
    </Gen3QueryProvider>
  );
}

function Workloads({ commons }: { commons: CommonsKey }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const query = useCommonsWorkloads(commons);
  return (
    <InsideFrame
      title={t('workloadsTab.title')}
      loading={t('workloadsTab.loading')}
      what={t('workloadsTab.what')}
      query={query}
    >
      {answer =>
        answer.workloads.length > 0 ? (
          <WorkloadsTable workloads={answer.workloads} />
        ) : (
          <Nothing
            unreadable={answer.unreadable}
            of={['deployments', 'statefulsets']}
            text={t('workloadsTab.none')}
          />
        )
      }
    </InsideFrame>
  );
}

function WorkloadsTable(props: { workloads: WorkloadsResponse['workloads'] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'), {
    noSsr: true,
  });
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  return (
    <DenseTable
      label={t('workloadsTab.label')}
      columns={[
        t('inside.column.status'),
        ...columns.map(column => t(`workloadsTab.column.${column}`)),
        t('inside.column.details'),
      ]}
    >
      {props.workloads.map(workload => (
        <WorkloadRow
          key={`${workload.kind} ${workload.name}`}
          workload={workload}
          narrow={narrow}
        />
      ))}
    </DenseTable>
  );
}

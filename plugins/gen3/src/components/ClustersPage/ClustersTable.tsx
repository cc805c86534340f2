import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ClusterRow as Cluster } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { gen3TranslationRef } from '../../translation';
import { DenseTable } from '../DenseTable';
import { ClusterRow } from './ClusterRow';

const COLUMNS = [
  'status',
  'cluster',
  'why',
  'version',
  'nodes',
  'latency',
  'read',
  'commons',
  'details',
] as const;

/** On a phone one cell holds all but the button that opens the details. */
const NARROW_COLUMNS = ['cluster', 'details'] as const;

/** Clusters, a row for each. */
export function ClustersTable({ clusters }: { clusters: Cluster[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  // The width is known from the start: without `noSsr` a phone would show the wide table first.
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'), {
    noSsr: true,
  });
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  return (
    <DenseTable
      label={t('clustersPage.label')}
      columns={columns.map(column => t(`clustersPage.column.${column}`))}
    >
      {clusters.map(cluster => (
        <ClusterRow key={cluster.name} cluster={cluster} narrow={narrow} />
      ))}
    </DenseTable>
  );
}

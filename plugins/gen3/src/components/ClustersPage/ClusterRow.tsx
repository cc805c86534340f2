import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ClusterRow as Cluster } from '@gen3-csoc/backstage-plugin-gen3-common';
import { formatNumber } from '../../lib/count';
import { Gen3TranslationFunction, gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { DetailsRow } from '../DenseTable';
import { StatusMark } from '../StatusMark';
import { ClusterDetails } from './ClusterDetails';
import { ClusterName } from './ClusterName';
import { CommonsLinks } from './CommonsLinks';
import { failedKinds, stateOfCluster, statusOfCluster } from './clusterState';

/** One cluster; opens to its commons and to what cannot be read of it. */
export function ClusterRow(props: { cluster: Cluster; narrow: boolean }) {
  const { cluster, narrow } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <DetailsRow
      cells={
        narrow
          ? [<NarrowCell key="cluster" cluster={cluster} />]
          : cellsOf(cluster, t)
      }
      label={t('clustersPage.details.of', { cluster: cluster.name })}
      details={<ClusterDetails cluster={cluster} />}
    />
  );
}

function cellsOf(cluster: Cluster, t: Gen3TranslationFunction) {
  const { nodes, latencyMs, readAt, commons } = cluster;
  return [
    <ClusterStatus key="status" cluster={cluster} />,
    <ClusterName key="cluster" cluster={cluster} />,
    whyOf(cluster, t) ?? '-',
    versionText(cluster, t) ?? t('clustersPage.notKnown'),
    nodes
      ? t('clustersPage.ready', {
          ready: formatNumber(nodes.ready),
          total: formatNumber(nodes.total),
        })
      : t('clustersPage.notKnown'),
    latencyMs === undefined
      ? '-'
      : t('clustersPage.milliseconds', { amount: formatNumber(latencyMs) }),
    <Age key="read" at={readAt} as="ago" />,
    <CommonsLinks key="commons" commons={commons} />,
  ];
}

function NarrowCell({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { nodes, latencyMs, readAt, commons } = cluster;
  const version = versionText(cluster, t);
  const why = whyOf(cluster, t);
  const facts = [
    version && t('clustersPage.kubernetes', { version }),
    nodes &&
      t('clustersPage.nodes', {
        ready: formatNumber(nodes.ready),
        total: formatNumber(nodes.total),
      }),
    latencyMs !== undefined &&
      t('clustersPage.milliseconds', { amount: formatNumber(latencyMs) }),
  ].filter(Boolean);
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <ClusterStatus cluster={cluster} /> <ClusterName cluster={cluster} />
      {why === undefined ? null : <div>{why}</div>}
      <div>
        {facts.map(fact => (
          <span key={fact || ''}>{fact} · </span>
        ))}
        {t('clustersPage.readAge', { age: <Age at={readAt} as="ago" /> })}
      </div>
      <CommonsLinks commons={commons} />
    </div>
  );
}

/** Of the API server; else of its kubelets, and it says so. */
function versionText(
  { version, versionOf }: Cluster,
  t: Gen3TranslationFunction,
): string | undefined {
  return version && versionOf === 'kubelets'
    ? t('clustersPage.ofKubelets', { version })
    : version;
}

function ClusterStatus({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <StatusMark
      status={statusOfCluster(cluster)}
      label={t(`clustersPage.reachability.${stateOfCluster(cluster)}`)}
    />
  );
}

/** Why it is not reachable, else what of it cannot be read; undefined when nothing is wrong. */
function whyOf(
  cluster: Cluster,
  t: Gen3TranslationFunction,
): string | undefined {
  if (cluster.reason) return cluster.reason;
  const kinds = failedKinds(cluster).join(', ');
  return kinds ? t('clustersPage.notReadable', { kinds }) : undefined;
}

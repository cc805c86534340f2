import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ClusterRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { formatNumber } from '../../lib/count';
import { keepOrder } from '../../lib/keepOrder';
import { gen3TranslationRef } from '../../translation';
import { BusyButton } from '../BusyButton';
import { ClustersTable } from './ClustersTable';
import { sortClusters } from './clusterState';

const nameOf = ({ name }: ClusterRow) => name;

/** Every cluster, worst first as the page opens; after that rows stay where they are until the reader asks. */
export function ClusterList(props: {
  clusters: ClusterRow[];
  /** Over all pages. */
  total: number;
  /** More are being asked. */
  busy: boolean;
  /** Absent when all are shown. */
  onMore: (() => void) | undefined;
}) {
  const { clusters, total, busy, onMore } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const worstFirst = sortClusters(clusters);
  const [order, setOrder] = useState(() => worstFirst.map(nameOf));
  const { rows, moved } = keepOrder(worstFirst, order, nameOf);
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
        <span>
          {t('clustersPage.shown', {
            shown: formatNumber(clusters.length),
            total: formatNumber(total),
          })}
        </span>
        {moved ? (
          <Button
            size="small"
            variant="outlined"
            onClick={() => setOrder(worstFirst.map(nameOf))}
          >
            {t('clustersPage.worstFirst')}
          </Button>
        ) : null}
      </div>
      <ClustersTable clusters={rows} />
      {onMore ? (
        <div>
          <BusyButton busy={busy} onClick={onMore}>
            {t('clustersPage.more')}
          </BusyButton>
        </div>
      ) : null}
    </>
  );
}

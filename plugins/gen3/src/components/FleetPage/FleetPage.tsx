import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useRef } from 'react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useFleet, useFleetSummary } from '../../hooks/useFleet';
import {
  changeQuery,
  clearFilters,
  isNarrowed,
  toggleFilter,
} from '../../lib/fleetUrl';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { FailureNotice } from '../Notice';
import { PageFrame } from '../PageFrame';
import { ProposeButtons } from '../ProposeButtons';
import { Skeleton } from '../Skeleton';
import { FleetEmpty, FleetNoMatch } from './FleetEmpty';
import { FleetFilters } from './FleetFilters';
import { FleetPager } from './FleetPager';
import { FleetRows } from './FleetRows';
import { FleetSearch } from './FleetSearch';
import { FleetTotals } from './FleetTotals';
import { SummaryTiles } from './SummaryTiles';
import { useFleetView } from './useFleetView';

const useStyles = makeStyles(theme => ({
  aside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Every commons, the ones that need attention first. @public */
export function FleetPage() {
  return (
    <Gen3QueryProvider>
      <Fleet />
    </Gen3QueryProvider>
  );
}

function Fleet() {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const [view, show] = useFleetView();
  const rowsTop = useRef<HTMLDivElement>(null);
  const fleet = useFleet(view.query);
  const summary = useFleetSummary();
  const { data } = fleet;
  const error = fleet.error ?? summary.error;
  const down = summary.data?.byStatus.down ?? 0;

  return (
    <PageFrame
      title={t('fleetPage.title')}
      tab={
        down > 0
          ? t('fleetPage.tabTitle', { amount: formatNumber(down) })
          : undefined
      }
      aside={
        <div className={classes.aside}>
          <FleetSearch
            value={view.query.q ?? ''}
            onSearch={q =>
              show(changeQuery(view, { q: q || undefined }), { replace: true })
            }
          />
          <ProposeButtons proposals={['upgrade', 'launch']} />
        </div>
      }
    >
      {error ? (
        <FailureNotice
          what={t(fleet.error ? 'fleetPage.fleet' : 'fleetPage.summary')}
          error={error}
          stillWorks={t('fleetPage.stillWorks')}
          shownSince={data?.asOf}
          onRetry={() => Promise.all([fleet.refetch(), summary.refetch()])}
        />
      ) : null}
      {summary.data ? (
        <FleetTotals summary={summary.data}>
          <SummaryTiles
            summary={summary.data}
            chosen={view.query.status ?? []}
            onToggle={status => show(toggleFilter(view, 'status', status))}
          />
        </FleetTotals>
      ) : null}
      <FleetFilters view={view} summary={summary.data} onShow={show} />
      {fleet.isPending ? (
        <Skeleton lines={20} label={t('fleetPage.loading')} />
      ) : null}
      {data && data.items.length > 0 ? (
        <FleetRows
          rows={data.items}
          busy={fleet.isPlaceholderData}
          view={view}
          onShow={show}
          topRef={rowsTop}
        />
      ) : null}
      {data && data.totalItems === 0 && isNarrowed(view) ? (
        <FleetNoMatch onClear={() => show(clearFilters(view))} />
      ) : null}
      {data && data.totalItems === 0 && !isNarrowed(view) ? (
        <FleetEmpty />
      ) : null}
      {data && data.totalItems > 0 ? (
        <FleetPager
          view={view}
          data={data}
          onShow={show}
          onTurn={() => {
            rowsTop.current?.focus({ preventScroll: true });
            rowsTop.current?.scrollIntoView({ block: 'start' });
          }}
        />
      ) : null}
    </PageFrame>
  );
}

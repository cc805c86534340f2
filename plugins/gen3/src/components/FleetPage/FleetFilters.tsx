import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FleetSummary } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  clearFilters,
  FleetFilter,
  FleetView,
  isNarrowed,
  toggleFilter,
} from '../../lib/fleetUrl';
import { causeWord } from '../../lib/status';
import { ownerName } from '../../lib/ownerName';
import { Gen3TranslationFunction, gen3TranslationRef } from '../../translation';
import { FilterMenu, FilterOption } from './FilterMenu';
import { ShowFleetView } from './useFleetView';

const MENUS: {
  filter: Exclude<FleetFilter, 'status'>;
  countsOf: (summary: FleetSummary) => { value: string; count: number }[];
  labelOf?: (value: string, t: Gen3TranslationFunction) => string;
}[] = [
  { filter: 'tier', countsOf: summary => summary.byTier },
  { filter: 'release', countsOf: summary => summary.byRelease },
  { filter: 'mesh', countsOf: summary => summary.byMesh },
  {
    filter: 'owner',
    countsOf: summary => summary.byOwner,
    labelOf: ownerName,
  },
  { filter: 'source', countsOf: summary => summary.bySource },
  {
    filter: 'cause',
    countsOf: summary => summary.byCause,
    labelOf: causeWord,
  },
];

const useStyles = makeStyles(theme => ({
  density: {
    textTransform: 'none',
    // A narrow screen shows blocks, which have one height.
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
}));

/** The filters besides status, and the density of the table. */
export function FleetFilters(props: {
  view: FleetView;
  summary: FleetSummary | undefined;
  onShow: ShowFleetView;
}) {
  const { view, summary, onShow } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const compact = view.density === 'compact';
  const optionsOf = (menu: (typeof MENUS)[number]): FilterOption[] =>
    summary
      ? menu.countsOf(summary).map(({ value, count }) => ({
          value,
          count,
          label: menu.labelOf?.(value, t) ?? value,
        }))
      : [];
  return (
    <div role="group" aria-label={t('fleetPage.filters.label')}>
      {MENUS.map(menu => (
        <FilterMenu
          key={menu.filter}
          title={t(`fleetPage.filters.title.${menu.filter}`)}
          options={optionsOf(menu)}
          chosen={view.query[menu.filter] ?? []}
          onToggle={value => onShow(toggleFilter(view, menu.filter, value))}
        />
      ))}
      {isNarrowed(view) ? (
        <Button
          size="small"
          color="primary"
          style={{ textTransform: 'none' }}
          onClick={() => onShow(clearFilters(view))}
        >
          {t('fleetPage.filters.clear')}
        </Button>
      ) : null}
      <Button
        size="small"
        className={classes.density}
        aria-pressed={!compact}
        onClick={() =>
          onShow({ ...view, density: compact ? 'comfortable' : 'compact' })
        }
      >
        {t('fleetPage.filters.comfortable')}
      </Button>
    </div>
  );
}

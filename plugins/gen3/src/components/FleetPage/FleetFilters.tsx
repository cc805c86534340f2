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
import { FilterMenu, FilterOption } from './FilterMenu';
import { ShowFleetView } from './useFleetView';

const MENUS: {
  filter: FleetFilter;
  title: string;
  countsOf: (summary: FleetSummary) => { value: string; count: number }[];
  labelOf?: (value: string) => string;
}[] = [
  { filter: 'tier', title: 'Tier', countsOf: summary => summary.byTier },
  {
    filter: 'release',
    title: 'Release',
    countsOf: summary => summary.byRelease,
  },
  { filter: 'mesh', title: 'Mesh', countsOf: summary => summary.byMesh },
  {
    filter: 'owner',
    title: 'Owner',
    countsOf: summary => summary.byOwner,
    labelOf: ownerName,
  },
  { filter: 'source', title: 'Source', countsOf: summary => summary.bySource },
  {
    filter: 'cause',
    title: 'Reason',
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
  const compact = view.density === 'compact';
  const optionsOf = (menu: (typeof MENUS)[number]): FilterOption[] =>
    summary
      ? menu.countsOf(summary).map(({ value, count }) => ({
          value,
          count,
          label: menu.labelOf?.(value) ?? value,
        }))
      : [];
  return (
    <div role="group" aria-label="Filters">
      {MENUS.map(menu => (
        <FilterMenu
          key={menu.filter}
          title={menu.title}
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
          Clear filters
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
        Comfortable rows
      </Button>
    </div>
  );
}

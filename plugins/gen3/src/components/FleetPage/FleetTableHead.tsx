import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FleetQuery } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { gen3TranslationRef } from '../../translation';
import { FLEET_COLUMNS, FleetSort } from './fleetColumns';

const useStyles = makeStyles(theme => ({
  cell: {
    height: 32,
    padding: theme.spacing(0, 0.75),
    fontSize: 12,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    color: theme.palette.text.secondary,
    background: theme.palette.background.paper,
  },
}));

/** Column titles; those that can be sorted by are buttons. */
export function FleetTableHead(props: {
  query: FleetQuery;
  onSort: (sort: FleetSort) => void;
}) {
  const { query, onSort } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <TableHead>
      <TableRow>
        {FLEET_COLUMNS.map(({ id, sort, width }) => {
          const title = t(`fleetPage.table.column.${id}`);
          const active = sort === query.sort;
          return (
            <TableCell
              key={id}
              className={classes.cell}
              style={{ width }}
              sortDirection={active ? query.order : false}
            >
              {sort ? (
                <TableSortLabel
                  active={active}
                  direction={active ? query.order : 'asc'}
                  onClick={() => onSort(sort)}
                >
                  {title}
                </TableSortLabel>
              ) : (
                title
              )}
            </TableCell>
          );
        })}
      </TableRow>
    </TableHead>
  );
}

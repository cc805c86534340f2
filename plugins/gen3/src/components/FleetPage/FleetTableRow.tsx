import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { memo } from 'react';
import { FLEET_COLUMNS } from './fleetColumns';

const useStyles = makeStyles(theme => ({
  cell: {
    height: 32,
    boxSizing: 'border-box',
    padding: theme.spacing(0, 0.75),
    fontSize: 13,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  sentence: {
    display: '-webkit-box',
    '-webkit-box-orient': 'vertical',
    '-webkit-line-clamp': 2,
    overflow: 'hidden',
    fontSize: 12,
    lineHeight: '14px',
    whiteSpace: 'normal',
  },
  comfortable: {
    paddingTop: theme.spacing(1),
    paddingBottom: theme.spacing(1),
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
}));

/** One commons; renders again only when its data changes. */
export const FleetTableRow = memo(function Row(props: {
  row: FleetRow;
  href: string | undefined;
  comfortable: boolean;
}) {
  const { row, href, comfortable } = props;
  const classes = useStyles();
  const className = comfortable
    ? `${classes.cell} ${classes.comfortable}`
    : classes.cell;
  return (
    <TableRow hover>
      {FLEET_COLUMNS.map(column => (
        <TableCell
          key={column.id}
          className={className}
          title={column.textOf?.(row) || undefined}
        >
          {column.sentence && !comfortable ? (
            <span className={classes.sentence}>{column.render(row, href)}</span>
          ) : (
            column.render(row, href)
          )}
        </TableCell>
      ))}
    </TableRow>
  );
});

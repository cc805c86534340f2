import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FleetQuery, FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import { KeyboardEvent } from 'react';
import { gen3TranslationRef } from '../../translation';
import { FleetSort } from './fleetColumns';
import { FleetTableHead } from './FleetTableHead';
import { FleetTableRow } from './FleetTableRow';

const useStyles = makeStyles(theme => ({
  scroll: {
    overflowX: 'auto',
    background: theme.palette.background.paper,
    '&[aria-busy="true"]': { opacity: 0.6 },
  },
  table: { minWidth: 1120, tableLayout: 'fixed' },
}));

/** The fleet as a table of real rows; a page has at most 200. */
export function FleetTable(props: {
  rows: FleetRow[];
  query: FleetQuery;
  comfortable: boolean;
  /** Rows of the page before, while the asked one loads. */
  busy: boolean;
  hrefOf: (row: FleetRow) => string | undefined;
  onSort: (sort: FleetSort) => void;
}) {
  const { rows, query, comfortable, busy, hrefOf, onSort } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <div className={classes.scroll} aria-busy={busy}>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('fleetPage.table.label')}
      >
        <FleetTableHead query={query} onSort={onSort} />
        <TableBody onKeyDown={moveByArrow}>
          {rows.map(row => (
            <FleetTableRow
              key={row.entityRef}
              row={row}
              href={hrefOf(row)}
              comfortable={comfortable}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** Arrow keys move from commons to commons. */
function moveByArrow(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const index = links.findIndex(link => link === document.activeElement);
  const next = links[index + step];
  if (index >= 0 && next) {
    event.preventDefault();
    next.focus();
  }
}

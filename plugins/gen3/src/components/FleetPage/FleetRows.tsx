import { useRouteRef } from '@backstage/core-plugin-api';
import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { RefObject } from 'react';
import { changeQuery, FleetView } from '../../lib/fleetUrl';
import { FleetSort } from './fleetColumns';
import { FleetList } from './FleetList';
import { FleetSortSelect } from './FleetSortSelect';
import { FleetTable } from './FleetTable';
import { OrderNotice } from './OrderNotice';
import { useHeldOrder } from './useHeldOrder';
import { ShowFleetView } from './useFleetView';
import { useReading } from './useReading';

const useStyles = makeStyles({ root: { outline: 'none' } });

/** The rows of a page, as a table or, on a narrow screen, as a list. */
export function FleetRows(props: {
  rows: FleetRow[];
  busy: boolean;
  view: FleetView;
  onShow: ShowFleetView;
  /** Takes the focus when a page is turned or the rows are sorted anew; that alone does not hold rows in their places. */
  topRef: RefObject<HTMLDivElement>;
}) {
  const { busy, view, onShow, topRef } = props;
  const classes = useStyles();
  // The width is known from the start: without `noSsr` a phone would show the table first.
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'), {
    noSsr: true,
  });
  const entityLink = useRouteRef(entityRouteRef);
  const { reading, props: readingProps } = useReading(props.rows);
  const { rows, moved, release } = useHeldOrder({
    rows: props.rows,
    viewKey: JSON.stringify([view.query, busy]),
    reading,
  });

  const hrefOf = ({ namespace, name }: FleetRow) =>
    entityLink?.({ kind: 'system', namespace, name });
  const sortBy = (sort: FleetSort) => {
    const again = sort === view.query.sort && view.query.order === 'asc';
    onShow(changeQuery(view, { sort, order: again ? 'desc' : 'asc' }));
  };
  const sortAgain = () => {
    release();
    topRef.current?.focus({ preventScroll: true });
  };

  return (
    <div ref={topRef} tabIndex={-1} className={classes.root}>
      {narrow ? (
        <FleetSortSelect
          query={view.query}
          onSort={(sort, order) => onShow(changeQuery(view, { sort, order }))}
        />
      ) : null}
      <div {...readingProps}>
        {narrow ? (
          <FleetList rows={rows} busy={busy} hrefOf={hrefOf} />
        ) : (
          <FleetTable
            rows={rows}
            query={view.query}
            comfortable={view.density === 'comfortable'}
            busy={busy}
            hrefOf={hrefOf}
            onSort={sortBy}
          />
        )}
        <OrderNotice moved={moved} onSort={sortAgain} />
      </div>
    </div>
  );
}

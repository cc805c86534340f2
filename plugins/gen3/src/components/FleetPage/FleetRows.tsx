import { useRouteRef } from '@backstage/core-plugin-api';
import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { changeQuery, FleetView } from '../../lib/fleetUrl';
import { Notice } from '../Notice';
import { FleetSort } from './fleetColumns';
import { FleetList } from './FleetList';
import { FleetTable } from './FleetTable';
import { useHeldOrder } from './useHeldOrder';
import { ShowFleetView } from './useFleetView';

/** The rows of a page, as a table or, on a narrow screen, as a list. */
export function FleetRows(props: {
  rows: FleetRow[];
  busy: boolean;
  view: FleetView;
  onShow: ShowFleetView;
}) {
  const { busy, view, onShow } = props;
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const entityLink = useRouteRef(entityRouteRef);
  const viewKey = JSON.stringify([view.query, busy]);
  const { rows, moved, setReading, release } = useHeldOrder(
    props.rows,
    viewKey,
  );

  const hrefOf = ({ namespace, name }: FleetRow) =>
    entityLink?.({ kind: 'system', namespace, name });
  const sortBy = (sort: FleetSort) => {
    const again = sort === view.query.sort && view.query.order === 'asc';
    onShow(changeQuery(view, { sort, order: again ? 'desc' : 'asc' }));
  };

  if (narrow) {
    return <FleetList rows={props.rows} busy={busy} hrefOf={hrefOf} />;
  }
  return (
    <>
      {moved ? (
        <Notice
          tone="maintenance"
          action={
            <Button size="small" variant="outlined" onClick={release}>
              Sort again
            </Button>
          }
        >
          New results change the order. Rows stay in place while you read.
        </Notice>
      ) : null}
      <FleetTable
        rows={rows}
        query={view.query}
        comfortable={view.density === 'comfortable'}
        busy={busy}
        hrefOf={hrefOf}
        onSort={sortBy}
        onReading={setReading}
      />
    </>
  );
}

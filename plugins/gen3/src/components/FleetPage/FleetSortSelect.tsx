import { FleetQuery } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import NativeSelect from '@material-ui/core/NativeSelect';
import { ChangeEvent } from 'react';
import { FLEET_COLUMNS, FleetSort } from './fleetColumns';

/** What the titles of the table's columns do, where there is no table. */
export function FleetSortSelect(props: {
  query: FleetQuery;
  onSort: (sort: FleetSort, order: FleetQuery['order']) => void;
}) {
  const { query, onSort } = props;
  const ascending = query.order === 'asc';
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const column = FLEET_COLUMNS.find(
      ({ sort }) => sort === event.target.value,
    );
    if (column?.sort) onSort(column.sort, 'asc');
  };
  return (
    <div>
      <span aria-hidden>Sort by</span>{' '}
      <NativeSelect
        inputProps={{ 'aria-label': 'Sort by' }}
        value={query.sort}
        onChange={choose}
        style={{ fontSize: 14 }}
      >
        {FLEET_COLUMNS.map(({ title, sort }) =>
          sort ? (
            <option key={sort} value={sort}>
              {title}
            </option>
          ) : null,
        )}
      </NativeSelect>{' '}
      <Button
        size="small"
        style={{ textTransform: 'none' }}
        aria-pressed={!ascending}
        onClick={() => onSort(query.sort, ascending ? 'desc' : 'asc')}
      >
        Reverse
      </Button>
    </div>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FleetQuery } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import NativeSelect from '@material-ui/core/NativeSelect';
import { ChangeEvent } from 'react';
import { gen3TranslationRef } from '../../translation';
import { FLEET_COLUMNS, FleetSort } from './fleetColumns';

/** What the titles of the table's columns do, where there is no table. */
export function FleetSortSelect(props: {
  query: FleetQuery;
  onSort: (sort: FleetSort, order: FleetQuery['order']) => void;
}) {
  const { query, onSort } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const ascending = query.order === 'asc';
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const column = FLEET_COLUMNS.find(
      ({ sort }) => sort === event.target.value,
    );
    if (column?.sort) onSort(column.sort, 'asc');
  };
  return (
    <div>
      <span aria-hidden>{t('fleetPage.sort.by')}</span>{' '}
      <NativeSelect
        inputProps={{ 'aria-label': t('fleetPage.sort.by') }}
        value={query.sort}
        onChange={choose}
        style={{ fontSize: 14 }}
      >
        {FLEET_COLUMNS.map(({ id, sort }) =>
          sort ? (
            <option key={sort} value={sort}>
              {t(`fleetPage.table.column.${id}`)}
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
        {t('fleetPage.sort.reverse')}
      </Button>
    </div>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { FleetPage as FleetPageData } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useRef } from 'react';
import { counted, formatNumber } from '../../lib/count';
import { FleetView } from '../../lib/fleetUrl';
import { gen3TranslationRef } from '../../translation';
import { ShowFleetView } from './useFleetView';

const SIZES = [50, 100];

/** Where in the fleet the shown rows are, and the way to the others. */
export function FleetPager(props: {
  view: FleetView;
  data: FleetPageData;
  onShow: ShowFleetView;
  /** Other rows were asked for: the reader wants to see them from the first on. */
  onTurn: () => void;
}) {
  const { view, data, onShow, onTurn } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  /**
   * Cursors of pages seen so far; a page opened from a bookmark only knows the first page. A cursor is good for the query
   * that it came with only, and the browser's back button leads to other queries.
   */
  const cursors = useRef(new Map<string, string>());
  const { limit, cursor } = view.query;
  const keyOf = (page: number) =>
    JSON.stringify([page, { ...view.query, cursor: undefined }]);
  if (cursor) cursors.current.set(keyOf(view.page), cursor);

  const first = (view.page - 1) * limit + 1;
  const last = first + data.items.length - 1;
  const turn = (page: number, change: Partial<FleetView['query']>) => {
    onShow({ ...view, page, query: { ...view.query, ...change } });
    onTurn();
  };
  const before = cursors.current.get(keyOf(view.page - 1));
  return (
    <nav aria-label={t('fleetPage.pager.label')}>
      <span style={{ marginRight: 16 }}>
        {data.items.length > 0
          ? t('fleetPage.pager.range', {
              first: formatNumber(first),
              last: formatNumber(last),
              ...counted(data.totalItems),
            })
          : t('count.commons', counted(data.totalItems))}
      </span>
      {data.items.some(row => row.behind) ? (
        <span style={{ marginRight: 16 }}>{t('fleetPage.pager.behind')}</span>
      ) : null}
      {view.page > 1 ? (
        <Button size="small" onClick={() => turn(1, { cursor: undefined })}>
          {t('fleetPage.pager.first')}
        </Button>
      ) : null}
      {view.page === 2 || before ? (
        <Button
          size="small"
          onClick={() => turn(view.page - 1, { cursor: before })}
        >
          {t('fleetPage.pager.previous')}
        </Button>
      ) : null}
      {data.nextCursor ? (
        <Button
          size="small"
          onClick={() => turn(view.page + 1, { cursor: data.nextCursor })}
        >
          {t('fleetPage.pager.next')}
        </Button>
      ) : null}
      {data.totalItems > SIZES[0]
        ? SIZES.map(size => (
            <Button
              key={size}
              size="small"
              aria-pressed={limit === size}
              onClick={() => turn(1, { limit: size, cursor: undefined })}
            >
              {t('fleetPage.pager.size', { size: String(size) })}
            </Button>
          ))
        : null}
    </nav>
  );
}

import Button from '@material-ui/core/Button';
import { FleetPage as FleetPageData } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useRef } from 'react';
import { FleetView } from '../../lib/fleetUrl';
import { ShowFleetView } from './useFleetView';

const SIZES = [50, 100];

/** Where in the fleet the shown rows are, and the way to the others. */
export function FleetPager(props: {
  view: FleetView;
  data: FleetPageData;
  onShow: ShowFleetView;
}) {
  const { view, data, onShow } = props;
  /** Cursors of pages seen so far; a page opened from a bookmark only knows the first page. */
  const cursors = useRef(new Map<number, string>());
  const { limit, cursor } = view.query;
  if (cursor) cursors.current.set(view.page, cursor);

  const first = (view.page - 1) * limit + 1;
  const last = first + data.items.length - 1;
  const goTo = (page: number, next: string | undefined) =>
    onShow({ ...view, page, query: { ...view.query, cursor: next } });
  const before = cursors.current.get(view.page - 1);
  return (
    <nav aria-label="Pages of the fleet">
      <span style={{ marginRight: 16 }}>
        {data.items.length > 0
          ? `${first.toLocaleString('en')}–${last.toLocaleString('en')} of `
          : ''}
        {data.totalItems.toLocaleString('en')} commons
      </span>
      {view.page > 1 ? (
        <Button size="small" onClick={() => goTo(1, undefined)}>
          First
        </Button>
      ) : null}
      {view.page === 2 || before ? (
        <Button size="small" onClick={() => goTo(view.page - 1, before)}>
          Previous
        </Button>
      ) : null}
      {data.nextCursor ? (
        <Button
          size="small"
          onClick={() => goTo(view.page + 1, data.nextCursor)}
        >
          Next
        </Button>
      ) : null}
      {data.totalItems > SIZES[0]
        ? SIZES.map(size => (
            <Button
              key={size}
              size="small"
              aria-pressed={limit === size}
              disabled={limit === size}
              onClick={() =>
                onShow({
                  ...view,
                  page: 1,
                  query: { ...view.query, limit: size, cursor: undefined },
                })
              }
            >
              {size} a page
            </Button>
          ))
        : null}
    </nav>
  );
}

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { downRow, fleetPage } from '../../__testUtils__/fixtures';
import { WithWords } from '../../__testUtils__/WithWords';
import { FleetView, readFleetView } from '../../lib/fleetUrl';
import { FleetPager } from './FleetPager';

const data = fleetPage([downRow], { totalItems: 5_000, nextCursor: 'next' });

/** Turns pages as the browser does: the address says which one is shown. */
function openPager() {
  const shown: FleetView[] = [];
  const pager = (address: string) => (
    <FleetPager
      view={readFleetView(new URLSearchParams(address))}
      data={data}
      onShow={view => shown.push(view)}
      onTurn={() => {}}
    />
  );
  const { rerender } = render(pager(''), { wrapper: WithWords });
  return { shown, goTo: (address: string) => rerender(pager(address)) };
}

describe('FleetPager', () => {
  it('turns back with the cursor that the page before had', async () => {
    const { shown, goTo } = openPager();
    goTo('status=down&cursor=down-2&page=2');
    goTo('status=down&cursor=down-3&page=3');

    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));

    expect(shown[0]).toMatchObject({ page: 2, query: { cursor: 'down-2' } });
  });

  // The browser's back button leads to pages of other filters; the cursor of another query makes the backend refuse.
  it('never turns back with a cursor of other filters', () => {
    const { goTo } = openPager();
    goTo('status=down&cursor=down-2&page=2');
    goTo('status=up&cursor=up-3&page=3');

    expect(
      screen.queryByRole('button', { name: 'Previous' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'First' })).toBeInTheDocument();
  });
});

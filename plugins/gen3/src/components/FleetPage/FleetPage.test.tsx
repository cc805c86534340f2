import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  downRow,
  fleetPage,
  fleetRow,
  fleetSummary,
  source,
  sourcesResponse,
} from '../../__testUtils__/fixtures';
import { renderPage } from '../../__testUtils__/renderPage';

const server = setupServer();
registerMswTestHooks(server);

const NOBODY = { down: 0, degraded: 0, unknown: 0, maintenance: 0, up: 0 };

/** Queries of the requests for a page of the fleet, newest last. */
let queries: URLSearchParams[];

// jsdom lays nothing out and cannot scroll.
const scrollIntoView = jest.fn();
Element.prototype.scrollIntoView = scrollIntoView;

function serveFleet(
  page = fleetPage([downRow, fleetRow()]),
  summary = fleetSummary(
    page.totalItems === 0 ? { total: 0, byStatus: NOBODY } : {},
  ),
) {
  queries = [];
  server.use(
    http.get('*/api/gen3/fleet', ({ request }) => {
      queries.push(new URL(request.url).searchParams);
      return HttpResponse.json(page);
    }),
    http.get('*/api/gen3/fleet/summary', () => HttpResponse.json(summary)),
  );
}

const NOTHING = { commons: 0, services: 0, clusters: 0, quarantined: 0 };

function serveSources(...items: SourceStatus[]) {
  server.use(
    http.get('*/api/catalog/gen3/sources', () =>
      HttpResponse.json(sourcesResponse(items)),
    ),
  );
}

function failFleet(status: number, message: string) {
  const answer = () =>
    HttpResponse.json(
      { error: { name: 'Error', message }, response: { statusCode: status } },
      { status },
    );
  server.use(
    http.get('*/api/gen3/fleet', answer),
    http.get('*/api/gen3/fleet/summary', answer),
  );
}

const rowOf = async (hostname: string) => {
  const link = await screen.findByRole('link', { name: hostname });
  const row = link.closest('tr');
  if (!row) throw new Error(`${hostname} is in no row`);
  return within(row);
};

describe('Fleet page', () => {
  it('says what the cluster of a commons says, and which has none', async () => {
    serveFleet(
      fleetPage([
        {
          ...downRow,
          inside: {
            status: 'degraded',
            cause: 'job-late',
            causes: ['job-late', 'job-late:usersync', 'out-of-sync'],
          },
        },
        fleetRow(),
      ]),
    );
    renderPage('/fleet');

    expect(
      (await rowOf('heart.example')).getByTitle(
        'cluster: degraded (usersync late, out of sync)',
      ),
    ).toBeInTheDocument();
    expect(
      (await rowOf('kidney.example')).getByRole('img', {
        name: 'no cluster connected',
      }),
    ).toBeInTheDocument();
  });

  it('says of every commons how it is, why, since when and who is affected', async () => {
    serveFleet();
    renderPage('/fleet');

    const heart = await rowOf('heart.example');
    expect(heart.getByText('down')).toBeInTheDocument();
    expect(heart.getByText('Log-in: fence answers 500')).toBeInTheDocument();
    expect(heart.getByText('4 min')).toBeInTheDocument();
    expect(heart.getByText('hub')).toBeInTheDocument();
    expect(
      heart.getByRole('img', { name: 'Log in: down' }),
    ).toBeInTheDocument();
    expect(
      heart.getByRole('img', { name: 'Workspace: not offered' }),
    ).toBeInTheDocument();
    expect(
      heart.getByLabelText('behind the newest release in the fleet'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('* a newer release runs elsewhere in the fleet'),
    ).toBeInTheDocument();
    expect(heart.getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/system/heart.example',
    );
    expect((await rowOf('kidney.example')).getByText('up')).toBeInTheDocument();
  });

  it('asks for what the address says', async () => {
    serveFleet();
    renderPage('/fleet?status=down&tier=qa&q=fence&sort=score&order=desc');

    await rowOf('heart.example');
    const asked = queries[queries.length - 1];
    expect(asked.getAll('status')).toEqual(['down']);
    expect(asked.getAll('tier')).toEqual(['qa']);
    expect(asked.get('q')).toBe('fence');
    expect(asked.get('sort')).toBe('score');
    expect(asked.get('order')).toBe('desc');
    expect(screen.getByRole('button', { name: /1 down/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('filters by a tile and by a menu', async () => {
    serveFleet();
    renderPage('/fleet');
    await rowOf('heart.example');

    await userEvent.click(screen.getByRole('button', { name: /1 down/ }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Filter by Tier' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemcheckbox', { name: /staging \(1\)/ }),
    );

    await waitFor(() => {
      const asked = queries[queries.length - 1];
      expect(asked.getAll('status')).toEqual(['down']);
      expect(asked.getAll('tier')).toEqual(['staging']);
    });
  });

  it('filters by the job that is late, in words', async () => {
    serveFleet(
      fleetPage([downRow]),
      fleetSummary({
        byCause: [
          { value: 'job-late', count: 3 },
          { value: 'job-late:usersync', count: 2 },
        ],
      }),
    );
    renderPage('/fleet');
    await rowOf('heart.example');

    await userEvent.click(
      screen.getByRole('button', { name: 'Filter by Reason' }),
    );
    expect(
      await screen.findByRole('menuitemcheckbox', { name: 'job late (3)' }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'usersync late (2)' }),
    );

    await waitFor(() =>
      expect(queries[queries.length - 1].getAll('cause')).toEqual([
        'job-late:usersync',
      ]),
    );
  });

  it('sorts by a column with the keyboard, and says so', async () => {
    serveFleet();
    renderPage('/fleet');
    await rowOf('heart.example');

    screen.getByRole('button', { name: 'Score' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(queries[queries.length - 1].get('sort')).toBe('score'),
    );
    expect(screen.getByRole('columnheader', { name: 'Score' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );

    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(queries[queries.length - 1].get('order')).toBe('desc'),
    );
  });

  it('moves between commons with the arrow keys', async () => {
    serveFleet();
    renderPage('/fleet');
    const first = await screen.findByRole('link', { name: 'heart.example' });

    first.focus();
    await userEvent.keyboard('{ArrowDown}');

    expect(screen.getByRole('link', { name: 'kidney.example' })).toHaveFocus();
  });

  it('searches when typing pauses', async () => {
    serveFleet();
    renderPage('/fleet');
    await rowOf('heart.example');

    await userEvent.keyboard('/');
    await userEvent.keyboard('guppy');

    await waitFor(() =>
      expect(queries[queries.length - 1].get('q')).toBe('guppy'),
    );
  });

  // "heart " became "heart" while somebody paused before the next word, and "qa" was put right behind it.
  it('lets a space stand while somebody thinks', async () => {
    serveFleet();
    renderPage('/fleet');
    await rowOf('heart.example');
    const field = screen.getByRole('searchbox', { name: /^Search host/ });

    await userEvent.type(field, 'heart ');
    await waitFor(() =>
      expect(queries[queries.length - 1].get('q')).toBe('heart'),
    );
    await userEvent.type(field, 'qa');

    expect(field).toHaveValue('heart qa');
    await waitFor(() =>
      expect(queries[queries.length - 1].get('q')).toBe('heart qa'),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(field).toHaveValue('');
  });

  // axe calls a field inside a menu item a serious violation, and a screen reader says both.
  it('has nothing to operate inside an item of a menu', async () => {
    serveFleet();
    renderPage('/fleet?tier=staging');
    await rowOf('heart.example');

    await userEvent.click(
      screen.getByRole('button', { name: 'Filter by Tier: staging' }),
    );
    const item = await screen.findByRole('menuitemcheckbox', {
      name: /staging/,
    });
    expect(item).toBeChecked();
    expect(item.querySelector('input, button, a')).toBeNull();
  });

  it('turns to the next page with the cursor of the last one', async () => {
    serveFleet(
      fleetPage([downRow], { totalItems: 5_000, nextCursor: 'after-heart' }),
    );
    renderPage('/fleet');

    expect(await screen.findByText(/1–1 of 5,000 commons/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));

    await waitFor(() =>
      expect(queries[queries.length - 1].get('cursor')).toBe('after-heart'),
    );
    expect(
      await screen.findByRole('button', { name: 'Previous' }),
    ).toBeInTheDocument();
    // The reader was left at the end of the page, with the least urgent rows, and the focus was lost with a last "Next".
    expect(scrollIntoView).toHaveBeenCalledWith({ block: 'start' });
    expect(document.activeElement).toContainElement(screen.getByRole('table'));
    expect(document.activeElement).not.toBe(document.body);
  });

  it('says that it is loading', async () => {
    server.use(
      http.get('*/api/gen3/*', () => new Promise<HttpResponse<null>>(() => {})),
    );
    renderPage('/fleet');

    expect(
      await screen.findByRole('status', { name: 'Loading the fleet' }),
    ).toBeInTheDocument();
  });

  it('teaches how to fill an empty fleet', async () => {
    serveFleet(fleetPage([]));
    serveSources();
    renderPage('/fleet');

    expect(await screen.findByText('No commons yet')).toBeInTheDocument();
    expect(await screen.findByText(/type: gitops/)).toBeInTheDocument();
  });

  // Somebody whose sources were about to be read was told to configure one.
  it('tells nobody to configure a source while it does not know whether there is one', async () => {
    serveFleet(fleetPage([]));
    server.use(
      http.get('*/api/catalog/gen3/sources', () => new Promise(() => {})),
    );
    renderPage('/fleet');

    expect(await screen.findByText('No commons yet')).toBeInTheDocument();
    expect(screen.queryByText(/type: gitops/)).not.toBeInTheDocument();
  });

  // Somebody whose only source had failed was told to configure one.
  it('says of an empty fleet how far its sources are', async () => {
    serveFleet(fleetPage([]));
    serveSources(
      source({ id: 'first', counts: { ...NOTHING, commons: 43 } }),
      source({ id: 'second', state: 'failed', error: 'no branch "main"' }),
    );
    renderPage('/fleet');

    const states = within(
      await screen.findByRole('list', { name: 'State of the sources' }),
    ).getAllByRole('listitem');
    expect(states.map(({ textContent }) => textContent)).toEqual([
      'down:failed second: no branch "main"',
      'up:ok first: 43 commons',
    ]);
    expect(screen.queryByText(/type: gitops/)).not.toBeInTheDocument();
  });

  it('offers to clear filters that nothing matches', async () => {
    serveFleet(fleetPage([]));
    renderPage('/fleet?tier=qa');

    expect(
      await screen.findByText('No commons match these filters.'),
    ).toBeInTheDocument();
  });

  it('says what still works when there is no data', async () => {
    failFleet(400, 'cursor "x" is not one of ours');
    renderPage('/fleet');

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('cursor "x" is not one of ours');
    expect(alert).toHaveTextContent('the catalog can still be browsed');
    expect(
      within(alert).getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('says that a permission is missing, without an offer to try again', async () => {
    failFleet(403, 'Needs permission "gen3.commons.read"');
    renderPage('/fleet');

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You are not allowed to see this');
    expect(within(alert).queryByRole('button')).not.toBeInTheDocument();
  });
});

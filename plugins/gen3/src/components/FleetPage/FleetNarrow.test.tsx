import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createFakeSignals } from '../../__testUtils__/createFakeSignals';
import {
  fleetPage,
  fleetRow,
  fleetSummary,
} from '../../__testUtils__/fixtures';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import { renderPage } from '../../__testUtils__/renderPage';

const server = setupServer();
registerMswTestHooks(server);

let query: URLSearchParams;

const serve = (...rows: FleetRow[]) =>
  server.use(
    http.get('*/api/gen3/fleet', ({ request }) => {
      query = new URL(request.url).searchParams;
      return HttpResponse.json(fleetPage(rows));
    }),
    http.get('*/api/gen3/fleet/summary', () =>
      HttpResponse.json(fleetSummary()),
    ),
  );

const list = () => within(screen.getByRole('list', { name: 'Commons' }));
const order = () =>
  list()
    .getAllByRole('link')
    .map(link => link.textContent);

describe('Fleet page on a narrow screen', () => {
  beforeEach(narrowScreen);
  afterEach(widenScreen);

  it('says where a commons is from, and sorts', async () => {
    serve(fleetRow());
    renderPage('/fleet');

    await screen.findByRole('link', { name: 'kidney.example' });
    expect(list().getByText('from demo-gitops')).toBeInTheDocument();

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Sort by' }),
      'Score',
    );
    await waitFor(() => expect(query.get('sort')).toBe('score'));
    await userEvent.click(screen.getByRole('button', { name: 'Reverse' }));
    await waitFor(() => expect(query.get('order')).toBe('desc'));
  });

  it('keeps rows in their places while somebody reads them', async () => {
    const signals = createFakeSignals();
    const heart = fleetRow({ hostname: 'heart.example' });
    serve(heart, fleetRow());
    renderPage('/fleet', signals.api);
    await userEvent.hover(
      await screen.findByRole('link', { name: 'heart.example' }),
    );

    serve(fleetRow({ status: 'down', reason: 'guppy answers 500' }), heart);
    signals.publish('gen3:fleet');

    await screen.findByText('guppy answers 500');
    expect(order()).toEqual(['heart.example', 'kidney.example']);
    await userEvent.click(screen.getByRole('button', { name: 'Sort again' }));
    expect(order()).toEqual(['kidney.example', 'heart.example']);
  });
});

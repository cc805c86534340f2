import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createFakeSignals } from '../../__testUtils__/createFakeSignals';
import {
  downRow,
  fleetPage,
  fleetRow,
  fleetSummary,
} from '../../__testUtils__/fixtures';
import { renderPage } from '../../__testUtils__/renderPage';

const server = setupServer();
registerMswTestHooks(server);

const serve = (...rows: FleetRow[]) =>
  server.use(
    http.get('*/api/gen3/fleet', () => HttpResponse.json(fleetPage(rows))),
    http.get('*/api/gen3/fleet/summary', () =>
      HttpResponse.json(fleetSummary()),
    ),
  );

const order = () =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map(link => link.textContent);

const kidney = fleetRow();
const brokenKidney = fleetRow({
  status: 'down',
  reason: 'Search: guppy answers 500',
});
const heart = fleetRow({ hostname: 'heart.example' });

describe('Fleet page, while the fleet changes', () => {
  it('shows what the backend announces, worst first', async () => {
    const signals = createFakeSignals();
    serve(heart, kidney);
    renderPage('/fleet', signals.api);
    await screen.findByRole('link', { name: 'heart.example' });

    serve(brokenKidney, heart);
    signals.publish('gen3:fleet');

    expect(
      await screen.findByText('Search: guppy answers 500'),
    ).toBeInTheDocument();
    expect(order()).toEqual(['kidney.example', 'heart.example']);
  });

  it('keeps rows in their places while somebody reads them, and offers the new order', async () => {
    const signals = createFakeSignals();
    serve(heart, kidney);
    renderPage('/fleet', signals.api);
    const link = await screen.findByRole('link', { name: 'heart.example' });
    await userEvent.hover(link);

    serve(brokenKidney, heart);
    signals.publish('gen3:fleet');

    expect(
      await screen.findByText('Search: guppy answers 500'),
    ).toBeInTheDocument();
    expect(order()).toEqual(['heart.example', 'kidney.example']);
    await userEvent.click(screen.getByRole('button', { name: 'Sort again' }));
    expect(order()).toEqual(['kidney.example', 'heart.example']);
  });

  it('keeps old rows with their age when new ones cannot be read', async () => {
    const signals = createFakeSignals();
    serve(downRow);
    renderPage('/fleet', signals.api);
    await screen.findByRole('link', { name: 'heart.example' });

    server.use(
      http.get('*/api/gen3/fleet', () =>
        HttpResponse.json(
          {
            error: { name: 'ServiceUnavailableError', message: 'no database' },
            response: { statusCode: 400 },
          },
          { status: 400 },
        ),
      ),
    );
    signals.publish('gen3:fleet');

    expect(await screen.findByText(/no database/)).toHaveTextContent(
      'What you see is from',
    );
    expect(order()).toEqual(['heart.example']);
  });
});

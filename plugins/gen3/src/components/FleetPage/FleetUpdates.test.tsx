import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { act, screen, within } from '@testing-library/react';
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

  // Its appearance above the rows pushed all of them down, under the eyes and the pointer of the reader.
  it('says that the order is another one without moving a row', async () => {
    const signals = createFakeSignals();
    serve(heart, kidney);
    renderPage('/fleet', signals.api);
    await userEvent.hover(
      await screen.findByRole('link', { name: 'heart.example' }),
    );

    serve(brokenKidney, heart);
    signals.publish('gen3:fleet');

    const notice = await screen.findByText(/New results change the order/);
    expect(screen.getByRole('table').compareDocumentPosition(notice)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  // One flag stood for pointer and focus, and each ended what the other had begun.
  it('keeps rows in their places while the focus moves among them and the pointer leaves', async () => {
    const signals = createFakeSignals();
    serve(heart, kidney);
    renderPage('/fleet', signals.api);
    const link = await screen.findByRole('link', { name: 'heart.example' });
    act(() => link.focus());
    await userEvent.hover(link);
    await userEvent.unhover(link);

    serve(brokenKidney, heart);
    signals.publish('gen3:fleet');
    await screen.findByText('Search: guppy answers 500');
    expect(order()).toEqual(['heart.example', 'kidney.example']);

    await userEvent.tab();
    expect(order()).toEqual(['heart.example', 'kidney.example']);

    await userEvent.click(document.body);
    expect(order()).toEqual(['kidney.example', 'heart.example']);
  });

  it('does not lose the focus with the button that sorts again', async () => {
    const signals = createFakeSignals();
    serve(heart, kidney);
    renderPage('/fleet', signals.api);
    const link = await screen.findByRole('link', { name: 'heart.example' });
    act(() => link.focus());
    serve(brokenKidney, heart);
    signals.publish('gen3:fleet');

    (await screen.findByRole('button', { name: 'Sort again' })).focus();
    await userEvent.keyboard('{Enter}');

    expect(order()).toEqual(['kidney.example', 'heart.example']);
    expect(document.activeElement).toContainElement(screen.getByRole('table'));
    expect(document.body).not.toHaveFocus();
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

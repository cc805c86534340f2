import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createRefusingPermissions } from '../../__testUtils__/createRefusingPermissions';
import { downRow, fleetPage, fleetSummary } from '../../__testUtils__/fixtures';
import { renderWithTemplates } from '../../__testUtils__/renderWithTemplates';

const server = setupServer();
registerMswTestHooks(server);

beforeEach(() => {
  server.use(
    http.get('*/api/gen3/fleet', () => HttpResponse.json(fleetPage([downRow]))),
    http.get('*/api/gen3/fleet/summary', () =>
      HttpResponse.json(fleetSummary()),
    ),
  );
});

// A file of its own: usePermission keeps what it was told for as long as its module lives.
describe('What the fleet page leads to without permission to propose', () => {
  it('is nothing', async () => {
    const { permissions, handler } = createRefusingPermissions();
    let asked = 0;
    server.use(handler);
    server.events.on('response:mocked', ({ request }) => {
      if (request.url.endsWith('/permission/authorize')) asked += 1;
    });
    renderWithTemplates('/fleet', permissions);
    await screen.findByRole('link', { name: 'heart.example' });
    await waitFor(() => expect(asked).toBe(1));
    expect(screen.queryByText('Upgrade several')).toBeNull();
    expect(screen.queryByText('Launch a commons')).toBeNull();
  });
});

import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
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

describe('What the fleet page leads to', () => {
  it('are the templates for an upgrade and a launch, with nothing filled in', async () => {
    renderWithTemplates('/fleet');
    const [upgrade, launch] = [
      await screen.findByText('Upgrade several'),
      await screen.findByText('Launch a commons'),
    ].map(text => text.closest('a'));
    expect(upgrade).toHaveAttribute(
      'href',
      '/create/templates/default/upgrade-commons',
    );
    expect(launch).toHaveAttribute(
      'href',
      '/create/templates/default/launch-commons',
    );
  });
});

import { createTranslationMessages } from '@backstage/core-plugin-api/alpha';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Route } from 'react-router-dom';
import { downRow, fleetPage, fleetSummary } from './__testUtils__/fixtures';
import { renderLegacyApp } from './__testUtils__/renderLegacyApp';
import gen3Plugin, { gen3TranslationRef } from './index';
import { Gen3FleetPage } from './legacy';

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

/** The example of the README. */
const words = createTranslationMessages({
  ref: gen3TranslationRef,
  messages: {
    'fleetPage.title': 'All commons',
    'status.down': 'broken',
    'fleetPage.totals.commons_other': 'checked {{age}}: {{amount}} commons',
  },
});

const renderNewApp = () =>
  renderTestApp({
    features: [
      gen3Plugin,
      createFrontendModule({
        pluginId: 'app',
        extensions: [
          TranslationBlueprint.make({
            name: 'gen3',
            params: { resource: words },
          }),
        ],
      }),
    ],
    initialRouteEntries: ['/fleet'],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

const renderOldApp = () =>
  renderLegacyApp({
    routes: [<Route key="fleet" path="/" element={<Gen3FleetPage />} />],
    words: [words],
  });

describe('words of an adopter', () => {
  it.each([
    ['new', renderNewApp],
    ['legacy', renderOldApp],
  ])('replace ours in the %s frontend system', async (_, renderFleet) => {
    renderFleet();

    expect(
      await screen.findByRole('heading', { name: 'All commons' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: '1 broken' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^checked/)).toHaveTextContent(
      'checked 1 min ago: 2 commons',
    );
    expect(await screen.findByTitle('Log in: broken')).toBeInTheDocument();
    // What nobody replaced stays.
    expect(
      screen.getByRole('button', { name: 'Comfortable rows' }),
    ).toBeInTheDocument();
  });
});

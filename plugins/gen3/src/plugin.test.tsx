import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import {
  createExtensionTester,
  registerMswTestHooks,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { render, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Route } from 'react-router-dom';
import gen3 from './index';
import {
  Gen3FleetPage,
  gen3Plugin as legacyPlugin,
  Gen3SourcesPage,
} from './legacy';
import { healthCard } from './extensions';
import { commonsEntity, serviceEntity } from './__testUtils__/entities';
import { downRow, fleetPage, fleetSummary } from './__testUtils__/fixtures';
import { renderPage } from './__testUtils__/renderPage';

/** Stands for the catalog's entity page of a legacy portal. */
const EntityPage = createPlugin({ id: 'entities' }).provide(
  createRoutableExtension({
    name: 'EntityPage',
    component: async () => () => null,
    mountPoint: entityRouteRef,
  }),
);

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

describe('gen3 plugin', () => {
  it('mounts in the new frontend system', async () => {
    expect(gen3.id).toBe('gen3');
    renderPage('/fleet');

    expect(
      await screen.findByRole('link', { name: 'heart.example' }),
    ).toBeInTheDocument();
  });

  it('mounts in the legacy frontend system', async () => {
    expect(legacyPlugin.getId()).toBe('gen3');
    const app = createApp({
      configLoader: async () => [
        {
          context: 'test',
          data: {
            app: { baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ],
    });
    const Root = app.createRoot(
      <AppRouter>
        <FlatRoutes>
          <Route path="/" element={<Gen3FleetPage />} />
          <Route path="/sources" element={<Gen3SourcesPage />} />
          <Route
            path="/catalog/:namespace/:kind/:name"
            element={<EntityPage />}
          />
        </FlatRoutes>
      </AppRouter>,
    );
    render(<Root />);

    expect(
      await screen.findByRole('link', { name: 'heart.example' }),
    ).toHaveAttribute('href', '/catalog/default/system/heart.example');
  });

  it('gives entity cards a predicate, so that config can replace it', () => {
    const matches = createExtensionTester(healthCard).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    );
    expect(matches?.(commonsEntity)).toBe(true);
    expect(matches?.(serviceEntity)).toBe(false);
  });
});

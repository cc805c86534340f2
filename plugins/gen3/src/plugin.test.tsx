import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  registerMswTestHooks,
  renderInTestApp as renderInLegacyApp,
} from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Route, Routes } from 'react-router-dom';
import gen3 from './index';
import {
  Gen3FleetPage,
  gen3Plugin as legacyPlugin,
  Gen3SourcesPage,
} from './legacy';
import { healthCard } from './extensions';
import { commonsEntity, serviceEntity } from './testing/entities';
import { downRow, fleetPage, fleetSummary } from './testing/fixtures';
import { renderPage } from './testing/renderPage';

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
    await renderInLegacyApp(
      <Routes>
        <Route path="/fleet" element={<Gen3FleetPage />} />
        <Route path="/sources" element={<Gen3SourcesPage />} />
      </Routes>,
      {
        routeEntries: ['/fleet'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

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

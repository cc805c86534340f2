import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Route } from 'react-router-dom';
import gen3 from './index';
import {
  EntityGen3HealthCard,
  EntityGen3ServiceHealthCard,
  EntityGen3ServicesCard,
  Gen3ChangesPage,
  Gen3ClustersPage,
  Gen3FleetPage,
  gen3Plugin as legacyPlugin,
  Gen3SourcesPage,
} from './legacy';
import { healthCard } from './extensions';
import { changeDetails, changesPage } from './__testUtils__/changeFixtures';
import { clusterRow, clustersPage } from './__testUtils__/clusterFixtures';
import { commonsEntity, serviceEntity } from './__testUtils__/entities';
import {
  commonsHealth,
  downRow,
  fleetPage,
  fleetSummary,
  source,
  sourcesResponse,
} from './__testUtils__/fixtures';
import { renderLegacyApp } from './__testUtils__/renderLegacyApp';
import { renderPage } from './__testUtils__/renderPage';

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

/** A commons of which git says something. */
const serveCommons = () =>
  server.use(
    http.get('*/api/gen3/commons/default/heart.example/health', () =>
      HttpResponse.json(commonsHealth()),
    ),
    http.get('*/api/catalog/gen3/sources', () =>
      HttpResponse.json(
        sourcesResponse([
          source({
            findings: [
              {
                member: 'heart.example',
                severity: 'warning',
                code: 'values-not-a-map',
                message: '"values.yaml" is a list',
                fix: 'Make it a map',
              },
            ],
          }),
        ]),
      ),
    ),
  );

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
    renderLegacyApp({
      routes: [
        <Route key="fleet" path="/" element={<Gen3FleetPage />} />,
        <Route key="sources" path="/sources" element={<Gen3SourcesPage />} />,
      ],
    });

    expect(
      await screen.findByRole('link', { name: 'heart.example' }),
    ).toHaveAttribute('href', '/catalog/default/system/heart.example');
  });

  it('has its page of clusters in the legacy frontend system too', async () => {
    server.use(
      http.get('*/api/gen3/clusters', () =>
        HttpResponse.json(clustersPage([clusterRow()])),
      ),
    );
    renderLegacyApp({
      path: '/clusters',
      routes: [
        <Route
          key="clusters"
          path="/clusters"
          element={<Gen3ClustersPage />}
        />,
      ],
    });

    expect(await screen.findByRole('link', { name: 'east-1' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/east-1',
    );
  });

  it('has its pages of changes in the legacy frontend system too', async () => {
    server.use(
      http.get('*/api/gen3/changes', () =>
        HttpResponse.json(changesPage([changeDetails()])),
      ),
      http.get('*/api/gen3/changes/c-1', () =>
        HttpResponse.json(changeDetails()),
      ),
    );
    renderLegacyApp({
      path: '/all-changes',
      routes: [
        <Route
          key="changes"
          path="/all-changes"
          element={<Gen3ChangesPage />}
        />,
      ],
    });

    await userEvent.click(
      await screen.findByRole('link', { name: 'Launch heart.example' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Where it is' }),
    ).toHaveTextContent('open');
    await userEvent.click(screen.getByRole('link', { name: 'All changes' }));
    expect(await screen.findByText('1 of 1 changes')).toBeInTheDocument();
  });

  it('leads to the templates of a portal that has some', async () => {
    server.use(
      http.get('*/api/gen3/changes', () => HttpResponse.json(changesPage([]))),
    );
    const templatesRouteRef = createRouteRef();
    const scaffolder = createFrontendPlugin({
      pluginId: 'scaffolder',
      routes: { root: templatesRouteRef },
      extensions: [
        PageBlueprint.make({
          params: {
            path: '/create',
            routeRef: templatesRouteRef,
            loader: async () => <>Templates</>,
          },
        }),
      ],
    });
    renderTestApp({
      features: [gen3, scaffolder],
      initialRouteEntries: ['/changes'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });

    expect(
      await screen.findByRole('link', { name: 'Propose a change' }),
    ).toHaveAttribute('href', '/create');
  });

  // Every commons page once crashed here: the health card asked for the path of a page that this portal does not have.
  it('shows its cards in a legacy portal without its pages', async () => {
    serveCommons();
    renderLegacyApp({
      path: '/catalog/default/system/heart.example',
      entityPage: (
        <>
          <EntityProvider entity={commonsEntity}>
            <EntityGen3HealthCard />
            <EntityGen3ServicesCard />
          </EntityProvider>
          <EntityProvider entity={serviceEntity}>
            <EntityGen3ServiceHealthCard />
          </EntityProvider>
        </>
      ),
    });

    expect(await screen.findByText('Score 100')).toBeInTheDocument();
    expect(
      await screen.findByRole('table', { name: /Services of this commons/ }),
    ).toBeInTheDocument();
    expect(await screen.findByText(/Part of/)).toBeInTheDocument();
    expect(await screen.findByText(/is a list/)).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'See all sources' }),
    ).not.toBeInTheDocument();
  });

  it('leads from a card to the sources page where a legacy portal has it', async () => {
    serveCommons();
    renderLegacyApp({
      path: '/catalog/default/system/heart.example',
      routes: [
        <Route key="sources" path="/where" element={<Gen3SourcesPage />} />,
      ],
      entityPage: (
        <EntityProvider entity={commonsEntity}>
          <EntityGen3HealthCard />
        </EntityProvider>
      ),
    });

    expect(
      await screen.findByRole('link', { name: 'See all sources' }),
    ).toHaveAttribute('href', '/where');
  });

  it('gives entity cards a predicate, so that config can replace it', () => {
    const matches = createExtensionTester(healthCard).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    );
    expect(matches?.(commonsEntity)).toBe(true);
    expect(matches?.(serviceEntity)).toBe(false);
  });
});

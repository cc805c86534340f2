import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { gen3Plugin } from '../plugin';

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

/**
 * Renders a page of the whole plugin in an app; requests go to msw. Without `signals` nothing is pushed.
 *
 * @example
 * renderPage('/fleet?status=down');
 */
export function renderPage(path: string, signals?: SignalApi) {
  const page = {
    features: [gen3Plugin],
    initialRouteEntries: [path],
    mountedRoutes,
  };
  return signals
    ? renderTestApp({ ...page, apis: [[signalApiRef, signals]] })
    : renderTestApp(page);
}

/** The test's page shows the contents of all tabs at once, each of which asks the backend. */
const WITHOUT_TABS = [
  { 'entity-content:gen3/workloads': false },
  { 'entity-content:gen3/jobs': false },
  { 'entity-content:gen3/deployment': false },
  { 'entity-content:gen3/changes': false },
];

/**
 * Renders the plugin's cards for an entity, as the catalog's overview does: only those whose filter matches. Without
 * `signals` nothing is pushed.
 */
export function renderEntityPage(entity: Entity, signals?: SignalApi) {
  const page = {
    features: [gen3Plugin],
    extensions: [createTestEntityPage({ entity })],
    mountedRoutes,
    config: {
      app: { baseUrl: 'http://localhost:3000', extensions: WITHOUT_TABS },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  };
  return signals
    ? renderTestApp({ ...page, apis: [[signalApiRef, signals]] })
    : renderTestApp(page);
}

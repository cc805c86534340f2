import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { gen3Plugin } from '../plugin';
import { createRefusingPermissions } from './createRefusingPermissions';

type Permissions = ReturnType<typeof createRefusingPermissions>['permissions'];

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

/**
 * Renders a page in a portal that has templates, at `/create`. Without `permissions` everything is allowed.
 *
 * @example
 * renderWithTemplates('/fleet');
 */
export function renderWithTemplates(path: string, permissions?: Permissions) {
  const app = {
    features: [gen3Plugin, scaffolder],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  };
  return permissions
    ? renderTestApp({ ...app, apis: [[permissionApiRef, permissions]] })
    : renderTestApp(app);
}

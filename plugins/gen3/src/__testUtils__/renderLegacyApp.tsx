import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { TranslationMessages } from '@backstage/core-plugin-api/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { render } from '@testing-library/react';
import { ReactElement, ReactNode } from 'react';
import { Route } from 'react-router-dom';

/** Stands for the catalog's entity page of a legacy portal. */
const EntityPage = createPlugin({ id: 'entities' }).provide(
  createRoutableExtension({
    name: 'EntityPage',
    component: async () => (props: { children?: ReactNode }) =>
      <>{props.children}</>,
    mountPoint: entityRouteRef,
  }),
);

const config = {
  context: 'test',
  data: {
    app: { baseUrl: 'http://localhost' },
    backend: { baseUrl: 'http://localhost:7007' },
  },
};

/**
 * Renders a portal on the legacy frontend system that has these pages and nothing else; requests go to msw.
 *
 * @example
 * renderLegacyApp({ routes: [<Route key="fleet" path="/" element={<Gen3FleetPage />} />] });
 */
export function renderLegacyApp(options: {
  /** Where the browser is. @defaultValue / */
  path?: string;
  routes?: ReactElement[];
  /** What its entity page shows. */
  entityPage?: ReactNode;
  /** What it says in place of a plugin's own words. */
  words?: TranslationMessages[];
}) {
  const { path = '/', routes = [], entityPage, words = [] } = options;
  window.history.replaceState(undefined, '', path);
  const Root = createApp({
    configLoader: async () => [config],
    __experimentalTranslations: { resources: words },
  }).createRoot(
    <AppRouter>
      <FlatRoutes>
        {routes}
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<EntityPage>{entityPage}</EntityPage>}
        />
      </FlatRoutes>
    </AppRouter>,
  );
  return render(<Root />);
}

import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createRefusingPermissions } from '../../__testUtils__/createRefusingPermissions';
import {
  minutesAgo,
  source,
  sourcesResponse,
} from '../../__testUtils__/fixtures';
import { gen3Plugin } from '../../plugin';

const server = setupServer();
registerMswTestHooks(server);

// A file of its own: usePermission keeps what it was told for as long as its module lives.
describe('Sources page without permission to manage', () => {
  it('names the permission and hides what needs it, but not what would be dropped', async () => {
    const { permissions, handler } = createRefusingPermissions();
    server.use(
      handler,
      http.get('*/api/catalog/gen3/sources', () =>
        HttpResponse.json(
          sourcesResponse([
            source({
              state: 'held',
              held: {
                since: minutesAgo(5),
                wouldDrop: ['bone.example', 'gut.example'],
                of: 9,
                maxDropPercent: 20,
              },
            }),
          ]),
        ),
      ),
    );
    renderTestApp({
      features: [gen3Plugin],
      initialRouteEntries: ['/sources'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[permissionApiRef, permissions]],
    });

    expect(
      await screen.findByText(/^To read it now you need the permission/),
    ).toHaveTextContent('gen3.source.manage');
    expect(
      screen.queryByRole('button', { name: 'Read now' }),
    ).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Review the drop' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('bone.example')).toBeInTheDocument();
    expect(
      dialog.getByRole('button', { name: 'Copy gut.example' }),
    ).toBeInTheDocument();
    expect(
      dialog.getByText(/^To drop them you need the permission/),
    ).toHaveTextContent('gen3.source.manage');
    expect(
      dialog.queryByRole('button', { name: /^Drop/ }),
    ).not.toBeInTheDocument();
  });
});

import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { serviceEntity } from '../../__testUtils__/entities';
import { commonsHealth } from '../../__testUtils__/fixtures';
import { renderEntityPage } from '../../__testUtils__/renderPage';

const HEALTH_URL = '*/api/gen3/commons/default/heart.example/health';

const server = setupServer();
registerMswTestHooks(server);

describe('Health of a service', () => {
  it('says how old its data is, whether it is refreshed and whether the last round failed', async () => {
    server.use(http.get(HEALTH_URL, () => HttpResponse.json(commonsHealth())));
    renderEntityPage(serviceEntity);

    expect(await screen.findByText(/^Data:/)).toBeInTheDocument();
    expect(screen.getByText(/Not refreshing/)).toBeInTheDocument();
    expect(screen.getByText('No error in the last round')).toBeInTheDocument();
  });

  it('says that health cannot be had, and shows nothing instead', async () => {
    server.use(
      http.get(HEALTH_URL, () => new HttpResponse(null, { status: 403 })),
    );
    renderEntityPage(serviceEntity);

    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.queryByText(/^Data:/)).not.toBeInTheDocument();
  });
});

import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { serviceEntity } from '../../__testUtils__/entities';
import { commonsHealth, minutesAgo } from '../../__testUtils__/fixtures';
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

  // A screen reader counted the seconds to the next round.
  it('reads out whether it is refreshed, not how long until it is', async () => {
    server.use(
      http.get(HEALTH_URL, () =>
        HttpResponse.json(commonsHealth({}, { nextCheckAt: minutesAgo(-5) })),
      ),
    );
    renderEntityPage(serviceEntity);

    expect(await screen.findByText('Not refreshing')).toHaveAttribute(
      'role',
      'status',
    );
    expect(screen.getByText(/^in 4 min/)).toBeInTheDocument();
  });

  it('says that a round that was asked for is about to begin', async () => {
    const now = minutesAgo(0);
    server.use(
      http.get(HEALTH_URL, () =>
        HttpResponse.json(commonsHealth({}, { nextCheckAt: now, asOf: now })),
      ),
    );
    renderEntityPage(serviceEntity);

    expect(await screen.findByText('About to refresh')).toBeInTheDocument();
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

import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createFakeSignals } from '../../__testUtils__/createFakeSignals';
import { commonsEntity } from '../../__testUtils__/entities';
import {
  commonsHealth,
  minutesAgo,
  service,
  sourcesResponse,
} from '../../__testUtils__/fixtures';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import { renderEntityPage } from '../../__testUtils__/renderPage';

const HEALTH_URL = '*/api/gen3/commons/default/heart.example/health';

const server = setupServer();
registerMswTestHooks(server);

beforeEach(() => {
  server.use(
    http.get('*/api/catalog/gen3/sources', () =>
      HttpResponse.json(sourcesResponse([])),
    ),
  );
});

afterEach(widenScreen);

const serve = (answer: CommonsHealthResponse) =>
  server.use(http.get(HEALTH_URL, () => HttpResponse.json(answer)));

const fail = (status: number, message: string) =>
  server.use(
    http.get(HEALTH_URL, () =>
      HttpResponse.json(
        { error: { name: 'Error', message }, response: { statusCode: status } },
        { status },
      ),
    ),
  );

const card = async () =>
  within(await screen.findByRole('region', { name: 'Services' }));

const rowOf = async (name: string) => {
  const evidence = { name: `Evidence for ${name}` };
  const row = (await (await card()).findByRole('button', evidence)).closest(
    'tr',
  );
  if (!row) throw new Error(`${name} is in no row`);
  return within(row);
};

describe('Services of a commons', () => {
  it('says of each service how it is, why, since when and with which tag', async () => {
    serve(
      commonsHealth({
        services: [
          service({
            status: 'down',
            reason: 'fence answers 500',
            since: minutesAgo(4),
          }),
          service({ name: 'guppy', critical: false, imageTag: undefined }),
        ],
      }),
    );
    renderEntityPage(commonsEntity);

    const fence = await rowOf('fence');
    expect(fence.getByText('down')).toBeInTheDocument();
    expect(fence.getByText('fence answers 500')).toBeInTheDocument();
    expect(fence.getByText('4 min')).toBeInTheDocument();
    expect(fence.getByText('2026.07')).toBeInTheDocument();
    expect(fence.getByText(/critical/)).toBeInTheDocument();
    const guppy = await rowOf('guppy');
    expect(guppy.getByText('up')).toBeInTheDocument();
    expect(guppy.getByText(/default/)).toBeInTheDocument();
  });

  // On a phone the reason was out of sight, to the right of everything else.
  it('keeps the reason beside the name on a narrow screen', async () => {
    narrowScreen();
    serve(
      commonsHealth({
        services: [service({ status: 'down', reason: 'fence answers 500' })],
      }),
    );
    renderEntityPage(commonsEntity);

    const fence = await rowOf('fence');
    const cell = fence.getByText('fence answers 500').closest('td');
    expect(cell).toHaveTextContent('fence');
    expect(cell).toHaveTextContent('2026.07');
    expect(
      (await card()).getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual(['Status', 'Service', 'Evidence']);
  });

  // Every service was a link, also those of a hand-written commons, which led to "entity not found".
  it('leads to a service only where the catalog has it', async () => {
    serve(
      commonsHealth({
        services: [
          service({ entityRef: 'component:other/fence-of-heart' }),
          service({ name: 'guppy' }),
        ],
      }),
    );
    renderEntityPage(commonsEntity);

    expect(
      (await rowOf('fence')).getByRole('link', { name: 'fence' }),
    ).toHaveAttribute('href', '/catalog/other/component/fence-of-heart');
    expect(
      (await rowOf('guppy')).queryByRole('link', { name: 'guppy' }),
    ).not.toBeInTheDocument();
  });

  it('says how old its data is, whether it is refreshed and whether the last round failed', async () => {
    serve(
      commonsHealth(
        {},
        {
          refreshing: true,
          lastError: { at: minutesAgo(3), message: 'database is locked' },
        },
      ),
    );
    renderEntityPage(commonsEntity);

    const services = await card();
    expect(await services.findByText(/^Data:/)).toHaveTextContent('1 min ago');
    expect(services.getByText('Refreshing now')).toBeInTheDocument();
    expect(services.getByText(/^Last error:/)).toHaveTextContent('3 min ago');
  });

  it('says that it is loading', async () => {
    server.use(http.get(HEALTH_URL, () => new Promise<never>(() => {})));
    renderEntityPage(commonsEntity);

    expect(
      await (await card()).findByRole('status', { name: 'Loading services' }),
    ).toBeInTheDocument();
  });

  it('says what it means that there are none', async () => {
    serve(commonsHealth({ services: [] }));
    renderEntityPage(commonsEntity);

    expect(
      await (await card()).findByText(/no service switched on/),
    ).toHaveTextContent('Sources page');
  });

  it('says that a permission is missing', async () => {
    fail(403, 'Needs permission "gen3.commons.read"');
    renderEntityPage(commonsEntity);

    const alert = await (await card()).findByRole('alert');
    expect(alert).toHaveTextContent('You are not allowed to see this');
    expect(within(alert).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says why there is no data', async () => {
    fail(400, 'no database');
    renderEntityPage(commonsEntity);

    const alert = await (await card()).findByRole('alert');
    expect(alert).toHaveTextContent('no database');
    expect(
      within(alert).getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  // It showed them without a word.
  it('marks old rows as old when new ones cannot be read', async () => {
    const signals = createFakeSignals();
    serve(commonsHealth());
    renderEntityPage(commonsEntity, signals.api);
    await rowOf('fence');

    fail(400, 'no database');
    signals.publish('gen3:fleet');

    const services = await card();
    expect(await services.findByText(/no database/)).toHaveTextContent(
      'What you see is from',
    );
    expect(await rowOf('fence')).toBeDefined();
  });
});

import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { commonsEntity, serviceEntity } from '../../__testUtils__/entities';
import {
  commonsHealth,
  minutesAgo,
  service,
  sourcesResponse,
} from '../../__testUtils__/fixtures';
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

const brokenFence = service({
  status: 'down',
  cause: 'http-status',
  reason: 'fence answers 500 (12 of 12 checks)',
  since: minutesAgo(4),
  lastResult: {
    checkId: 'http:fence',
    service: 'fence',
    outcome: 'down',
    cause: 'http-status',
    reason: 'answers 500',
    evidence: {
      url: 'https://heart.example/user/_status',
      httpStatus: 500,
      excerpt: 'UnhealthyCheck',
    },
    latencyMs: 81,
    checkedAt: minutesAgo(1),
  },
});

describe('Health of a commons', () => {
  it('says that everything is well', async () => {
    serve(commonsHealth());
    renderEntityPage(commonsEntity);

    expect(
      await screen.findByText(
        'Everything that was asked answers as it should.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Score 100')).toBeInTheDocument();
  });

  it('says what is wrong, since when, who is affected, what to do, and why the score is low', async () => {
    serve(
      commonsHealth({
        status: 'down',
        headline: 'Log-in is down: fence answers 500.',
        affected: 'Everyone who must log in is affected.',
        advice: 'Look at the logs of fence.',
        since: minutesAgo(4),
        score: { value: 41, reasons: [{ points: -50, text: 'log-in down' }] },
        services: [brokenFence],
      }),
    );
    renderEntityPage(commonsEntity);

    expect(
      await screen.findByText('Log-in is down: fence answers 500.'),
    ).toBeInTheDocument();
    expect(screen.getAllByText('down').length).toBeGreaterThan(0);
    expect(screen.getAllByText('4 min')[0]).toBeInTheDocument();
    expect(
      screen.getByText('Everyone who must log in is affected.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Look at the logs of fence.')).toBeInTheDocument();
    expect(screen.getByText('−50')).toBeInTheDocument();
    const pills = within(screen.getByRole('list', { name: 'Services' }));
    expect(pills.getByRole('link')).toHaveAccessibleName('down: fence');
    expect(pills.getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/heart.example-fence',
    );
  });

  it('opens a service to what was asked and what came back', async () => {
    serve(commonsHealth({ services: [brokenFence] }));
    renderEntityPage(commonsEntity);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Evidence for fence' }),
    );

    expect(
      screen.getByText('https://heart.example/user/_status'),
    ).toBeInTheDocument();
    expect(screen.getByText('500')).toBeInTheDocument();
    expect(screen.getByText('UnhealthyCheck')).toBeInTheDocument();
  });

  it('keeps age, refreshing, last error and missing layers apart', async () => {
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

    expect(await screen.findByText('Refreshing now')).toBeInTheDocument();
    expect(screen.getAllByText('1 min ago')[0]).toBeInTheDocument();
    expect(screen.getByText('3 min ago')).toBeInTheDocument();
    expect(screen.getByText(/database is locked/)).toBeInTheDocument();
    expect(
      screen.getByText(/not connected: connect its cluster/),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeDisabled();
  });

  it('marks old data as old', async () => {
    serve(
      commonsHealth({
        status: 'unknown',
        stale: true,
        checkedAt: minutesAgo(14),
        headline: 'No answer recorded for 14 min.',
        score: undefined,
      }),
    );
    renderEntityPage(commonsEntity);

    expect(await screen.findByText(/^Old data/)).toHaveTextContent(
      '14 min ago',
    );
    expect(screen.getAllByText('unknown').length).toBeGreaterThan(0);
    expect(screen.getByText(/No score/)).toBeInTheDocument();
  });

  it('says how to switch probing on when it is off', async () => {
    serve(commonsHealth({ status: 'unknown' }, { probing: 'off' }));
    renderEntityPage(commonsEntity);

    expect(await screen.findByText(/Probing is off/)).toHaveTextContent(
      'gen3.org/probing: on',
    );
  });

  it('asks for a round, and keeps the old data with a notice when new data cannot be read', async () => {
    let rounds = 0;
    serve(commonsHealth());
    server.use(
      http.post('*/api/gen3/commons/default/heart.example/refresh', () => {
        rounds += 1;
        return HttpResponse.json({}, { status: 202 });
      }),
    );
    renderEntityPage(commonsEntity);
    const button = await screen.findByRole('button', { name: 'Refresh' });

    fail(400, 'the portal is being upgraded');
    await userEvent.click(button);

    expect(
      await screen.findByText(/the portal is being upgraded/),
    ).toHaveTextContent('What you see is from');
    expect(rounds).toBe(1);
    expect(screen.getByText('Score 100')).toBeInTheDocument();
  });

  it('says why there is no data at all', async () => {
    fail(404, 'No commons "heart.example"');
    renderEntityPage(commonsEntity);

    const alerts = await screen.findAllByRole('alert');
    expect(alerts[0]).toHaveTextContent('No commons "heart.example"');
    expect(alerts[0]).toHaveTextContent('the catalog says');
  });

  it('says that the answer has another shape than it knows', async () => {
    server.use(http.get(HEALTH_URL, () => HttpResponse.json({ ok: true })));
    renderEntityPage(commonsEntity);

    const alerts = await screen.findAllByRole('alert', {}, { timeout: 5_000 });
    expect(alerts[0]).toHaveTextContent('not what this page expects');
  });

  it('is absent from entities that are no commons', async () => {
    renderEntityPage({
      ...commonsEntity,
      metadata: { name: 'heart.example', namespace: 'default' },
    });

    expect(screen.queryByText('Health')).not.toBeInTheDocument();
  });
});

describe('Health of a service', () => {
  it('says how the service is, why, and which commons it belongs to', async () => {
    serve(commonsHealth({ services: [brokenFence] }));
    renderEntityPage(serviceEntity);

    expect(
      await screen.findByText('fence answers 500 (12 of 12 checks)'),
    ).toBeInTheDocument();
    expect(screen.getByText('down')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /heart\.example/ }),
    ).toHaveAttribute('href', '/catalog/default/system/heart.example');
    expect(screen.getByText('UnhealthyCheck')).toBeInTheDocument();
  });

  it('says what is missing when the service belongs to no commons', async () => {
    renderEntityPage({ ...serviceEntity, relations: [] });

    expect(await screen.findByText(/belongs to no commons/)).toHaveTextContent(
      'spec.system',
    );
  });
});

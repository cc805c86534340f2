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
  source,
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

/** The card, without the others of the page that show the same facts. */
const card = async () =>
  within(await screen.findByRole('region', { name: 'Health' }));

const brokenFence = service({
  entityRef: 'component:default/heart.example-fence',
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

const check = (
  checkId: string,
  change: Partial<CommonsHealthResponse['checks'][number]> = {},
): CommonsHealthResponse['checks'][number] => ({
  checkId,
  outcome: 'up',
  cause: 'ok',
  reason: 'is as expected',
  evidence: {},
  checkedAt: minutesAgo(1),
  status: 'up',
  statusReason: 'is as expected',
  ...change,
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

  // Every pill led to <hostname>-<service>, which a hand-written commons may not have.
  it('links no service that the catalog does not have', async () => {
    serve(commonsHealth({ services: [service()] }));
    renderEntityPage(commonsEntity);

    const pills = within(await screen.findByRole('list', { name: 'Services' }));
    expect(pills.getByText('fence')).toBeInTheDocument();
    expect(pills.queryByRole('link')).not.toBeInTheDocument();
  });

  it('names the tier and links the owner', async () => {
    serve(commonsHealth());
    renderEntityPage({
      ...commonsEntity,
      spec: { ...commonsEntity.spec, lifecycle: 'staging' },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/heart-team' }],
    });

    expect(await screen.findByText('staging')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /heart-team/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/heart-team',
    );
  });

  it('says when git was read, and at which commit', async () => {
    serve(commonsHealth({}, { layers: [{ id: 'git', state: 'connected' }] }));
    server.use(
      http.get('*/api/catalog/gen3/sources', () =>
        HttpResponse.json(sourcesResponse([source()])),
      ),
    );
    renderEntityPage(commonsEntity);

    expect(await screen.findByText('a1b2c3d4')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Layers' })).toHaveTextContent(
      'demo-gitops 1 min ago',
    );
  });

  it('opens the checks of the whole commons to their evidence, with the day that the certificate ends', async () => {
    serve(
      commonsHealth(
        {},
        {
          certificate: {
            status: 'degraded',
            reason: 'ends in 5 days',
            validTo: '2026-12-03T10:00:00.000Z',
            issuer: 'Example CA',
          },
          checks: [
            check('maintenance', { statusReason: 'is off' }),
            check('issuer', {
              status: 'down',
              statusReason: 'is https://other.example/user',
              evidence: { url: 'https://heart.example/user/openid' },
            }),
            check('tls', {
              status: 'degraded',
              statusReason: 'ends in 5 days',
            }),
          ],
        },
      ),
    );
    renderEntityPage(commonsEntity);

    const checks = within(await screen.findByRole('list', { name: 'Checks' }));
    const summaries = checks
      .getAllByRole('group')
      .map(group => group.firstElementChild);
    expect(summaries[0]).toHaveTextContent(
      'down Issuer of tokens is https://other.example/user',
    );
    expect(summaries[1]).toHaveTextContent(
      'degraded Certificate ends in 5 days (valid until 2026-12-03), issued by Example CA',
    );
    expect(summaries[2]).toHaveTextContent('up Maintenance mode is off');
    expect(
      checks.getByText('https://heart.example/user/openid'),
    ).not.toBeVisible();

    await userEvent.click(checks.getByText(/Issuer of tokens/));
    expect(checks.getByText('https://heart.example/user/openid')).toBeVisible();
  });

  it('names what Argo CD says in words, and the last operation with its message', async () => {
    serve(
      commonsHealth(
        {},
        {
          checks: [
            check('inside:argocd', {
              status: 'degraded',
              statusReason: 'could not apply gen3-heart (one object failed)',
              evidence: {
                details: {
                  application: 'gen3-heart',
                  operation: 'Failed: one object failed',
                },
              },
            }),
          ],
        },
      ),
    );
    renderEntityPage(commonsEntity);

    const checks = within(await screen.findByRole('list', { name: 'Checks' }));
    await userEvent.click(checks.getByText(/could not apply gen3-heart/));
    expect(checks.getByText('Last operation')).toBeVisible();
    expect(checks.getByText('Failed: one object failed')).toBeVisible();
  });

  it('does not believe a check that the server does not believe any more', async () => {
    serve(
      commonsHealth(
        {},
        {
          checks: [
            check('maintenance', {
              checkedAt: minutesAgo(14),
              status: 'unknown',
              statusReason: 'was last asked 14 min ago',
            }),
          ],
        },
      ),
    );
    renderEntityPage(commonsEntity);

    expect(
      await screen.findByRole('list', { name: 'Checks' }),
    ).toHaveTextContent('unknown Maintenance mode was last asked 14 min ago');
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

    const health = await card();
    expect(await health.findByText('Refreshing now')).toBeInTheDocument();
    expect(health.getAllByText('1 min ago')[0]).toBeInTheDocument();
    expect(health.getByText('3 min ago')).toBeInTheDocument();
    expect(health.getByText(/database is locked/)).toBeInTheDocument();
    expect(
      health.getByText(/not connected: connect its cluster/),
    ).toBeInTheDocument();
    expect(
      health.getByRole('link', { name: /How to connect inside/ }),
    ).toHaveAttribute('href', expect.stringContaining('inside.md'));
    expect(health.getByRole('button', { name: 'Refresh' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
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

    const health = await card();
    expect(
      await health.findByText(/the portal is being upgraded/),
    ).toHaveTextContent('What you see is from');
    expect(rounds).toBe(1);
    expect(screen.getByText('Score 100')).toBeInTheDocument();
  });

  it('says that it is loading', async () => {
    let answer = () => {};
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    server.use(
      http.get(HEALTH_URL, async () => {
        await answered;
        return HttpResponse.json(commonsHealth());
      }),
    );
    renderEntityPage(commonsEntity);

    const health = await card();
    expect(
      health.getByRole('status', { name: 'Loading health' }),
    ).toBeInTheDocument();
    expect(health.queryByText(/Score/)).not.toBeInTheDocument();
    answer();
    expect(await health.findByText('Score 100')).toBeInTheDocument();
  });

  it('says that the person may not see it, and shows nothing instead', async () => {
    fail(403, 'This needs the permission "gen3.commons.read"');
    renderEntityPage(commonsEntity);

    const health = await card();
    const alert = await health.findByRole('alert');
    expect(alert).toHaveTextContent('You are not allowed to see this');
    expect(alert).toHaveTextContent('gen3.commons.read');
    expect(health.queryByText(/Score/)).not.toBeInTheDocument();
    expect(
      health.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
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

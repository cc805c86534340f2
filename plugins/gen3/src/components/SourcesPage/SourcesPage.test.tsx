import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  minutesAgo,
  source,
  sourcesResponse,
} from '../../__testUtils__/fixtures';
import { renderPage } from '../../__testUtils__/renderPage';

const server = setupServer();
registerMswTestHooks(server);

const serve = (...items: SourceStatus[]) =>
  server.use(
    http.get('*/api/catalog/gen3/sources', () =>
      HttpResponse.json(sourcesResponse(items)),
    ),
  );

const card = async (id: string) =>
  within(await screen.findByRole('region', { name: `Source ${id}` }));

const held = {
  since: minutesAgo(5),
  wouldDrop: ['bone.example', 'gut.example'],
  of: 9,
  maxDropPercent: 20,
};

describe('Sources page', () => {
  it('says of a source when it was read and what it found', async () => {
    serve(source());
    renderPage('/sources');

    const demo = await card('demo-gitops');
    expect(demo.getByText('ok')).toBeInTheDocument();
    expect(demo.getByText('https://git.example/gitops')).toBeInTheDocument();
    expect(
      demo.getByText('12 commons, 163 services, 2 clusters'),
    ).toBeInTheDocument();
    expect(demo.getByText('a1b2c3d4')).toBeInTheDocument();
  });

  it('shows a quarantined member with file, line, what is wrong and the fix', async () => {
    serve(
      source({
        counts: { commons: 12, services: 163, clusters: 2, quarantined: 1 },
        quarantined: [
          {
            member: 'lung.example/app.yaml',
            hostname: 'lung.example',
            since: minutesAgo(9),
            served: true,
            finding: {
              severity: 'error',
              code: 'values-not-a-map',
              message: '"values.yaml" is a list',
              fix: 'Make it a map',
              file: 'lung.example/values.yaml',
              line: 3,
            },
          },
        ],
      }),
    );
    renderPage('/sources');

    const quarantine = within(
      await screen.findByRole('region', { name: 'Quarantined' }),
    ).getByRole('status');
    expect(quarantine).toHaveTextContent('lung.example/values.yaml, line 3');
    expect(quarantine).toHaveTextContent('"values.yaml" is a list');
    expect(quarantine).toHaveTextContent('Fix: Make it a map');
    expect(quarantine).toHaveTextContent('last good entities are still served');
  });

  it('says why a source failed and that its commons are still served', async () => {
    serve(source({ state: 'failed', error: '401 Unauthorized' }));
    renderPage('/sources');

    const demo = await card('demo-gitops');
    expect(demo.getByText('failed')).toBeInTheDocument();
    expect(demo.getByRole('status')).toHaveTextContent(
      '401 Unauthorized. All 12 commons of the last good reading are still served.',
    );
  });

  it('names what would be dropped before anybody confirms it', async () => {
    const confirmed: unknown[] = [];
    serve(source({ state: 'held', held }));
    server.use(
      http.post(
        '*/api/catalog/gen3/sources/demo-gitops/confirm-drop',
        async ({ request }) => {
          confirmed.push(await request.json());
          return HttpResponse.json({}, { status: 202 });
        },
      ),
    );
    renderPage('/sources');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Review the drop' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('bone.example')).toBeInTheDocument();
    expect(confirmed).toEqual([]);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Drop 2 commons' }),
    );

    await waitFor(() =>
      expect(confirmed).toEqual([{ commons: ['bone.example', 'gut.example'] }]),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says why a refresh was refused', async () => {
    serve(source());
    server.use(
      http.post('*/api/catalog/gen3/sources/demo-gitops/refresh', () =>
        HttpResponse.json(
          {
            error: { name: 'ConflictError', message: 'is being read already' },
            response: { statusCode: 409 },
          },
          { status: 409 },
        ),
      ),
    );
    renderPage('/sources');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Read now' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'is being read already',
    );
  });

  it('teaches how to configure the first source', async () => {
    serve();
    renderPage('/sources');

    expect(await screen.findByText('No source configured')).toBeInTheDocument();
    expect(screen.getByText(/type: gitops/)).toBeInTheDocument();
  });

  it('says when an OpenAPI document cannot be had, and tries again', async () => {
    let asked = 0;
    serve(source());
    server.use(
      http.get('*/api/gen3/openapi.json', () => {
        asked += 1;
        return new HttpResponse(null, { status: 503 });
      }),
    );
    renderPage('/sources');

    await userEvent.click(
      await screen.findByRole('button', { name: 'fleet and health' }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'fleet and health: failed, try again',
      }),
    );

    await waitFor(() => expect(asked).toBe(2));
  });
});

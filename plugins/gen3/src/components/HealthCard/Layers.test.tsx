import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { commonsEntity } from '../../__testUtils__/entities';
import {
  commonsHealth,
  minutesAgo,
  service,
  sourcesResponse,
} from '../../__testUtils__/fixtures';
import { renderEntityPage } from '../../__testUtils__/renderPage';

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
  server.use(
    http.get('*/api/gen3/commons/default/heart.example/health', () =>
      HttpResponse.json(answer),
    ),
  );

const layerList = () => screen.findByRole('list', { name: 'Layers' });

describe('Layers of health', () => {
  it('lets each layer of a service speak for itself, so that a disagreement shows', async () => {
    const at = { checkedAt: minutesAgo(1), evidence: {} };
    const outside = {
      layer: 'outside',
      status: 'up',
      cause: 'ok',
      reason: 'answers as it should',
      lastResult: {
        checkId: 'http:fence',
        outcome: 'up',
        cause: 'ok',
        reason: 'answers as it should',
        ...at,
      },
    } as const;
    const inside = {
      layer: 'inside',
      status: 'degraded',
      cause: 'crash-loop',
      reason: 'has 1 of 2 pods ready: fence-1 crash-loops',
      lastResult: {
        checkId: 'inside:deployments:fence',
        outcome: 'degraded',
        cause: 'crash-loop',
        reason: 'has 1 of 2 pods ready: fence-1 crash-loops',
        ...at,
        evidence: { details: { cluster: 'east', namespace: 'heart' } },
      },
    } as const;
    serve(
      commonsHealth({
        services: [service({ status: 'degraded', layers: [outside, inside] })],
      }),
    );
    renderEntityPage(commonsEntity);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Evidence for fence' }),
    );

    expect(screen.getByRole('region', { name: 'Outside' })).toHaveTextContent(
      'Outside up answers as it should',
    );
    const insideFacts = screen.getByRole('region', { name: 'Inside' });
    expect(insideFacts).toHaveTextContent(
      'Inside degraded has 1 of 2 pods ready: fence-1 crash-loops',
    );
    expect(insideFacts).toHaveTextContent('Cluster');
    expect(insideFacts).toHaveTextContent('east');
  });

  it('shows all that is wrong inside with a service', async () => {
    // A usersync that was late was hidden by a pod that crash-looped.
    const found = (checkId: string, reason: string) =>
      ({
        layer: 'inside',
        status: 'degraded',
        cause: 'crash-loop',
        reason,
        lastResult: {
          checkId,
          outcome: 'degraded',
          cause: 'crash-loop',
          reason,
          checkedAt: minutesAgo(1),
          evidence: {},
        },
      } as const);
    const layers = [
      found('inside:deployments:fence', 'has 1 of 2 pods ready'),
      found('inside:jobs:fence', 'needs usersync, which is suspended'),
    ];
    serve(commonsHealth({ services: [service({ layers })] }));
    renderEntityPage(commonsEntity);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Evidence for fence' }),
    );

    const inside = screen.getByRole('region', { name: 'Inside' });
    expect(inside).toHaveTextContent('Inside degraded has 1 of 2 pods ready');
    expect(inside).toHaveTextContent('Inside degraded needs usersync');
  });

  it('does not say that a layer that was not asked yet is well', async () => {
    serve(
      commonsHealth({}, { layers: [{ id: 'outside', state: 'connected' }] }),
    );
    renderEntityPage(commonsEntity);

    expect(await layerList()).toHaveTextContent(
      'outside connected, and not asked yet',
    );
  });

  it('says where the inside looks, and what of it cannot be read', async () => {
    const inside = {
      id: 'inside',
      state: 'connected',
      at: minutesAgo(2),
      where: 'cluster east, namespace heart',
      hint: 'jobs answers 403',
    } as const;
    serve(commonsHealth({}, { layers: [inside] }));
    renderEntityPage(commonsEntity);

    const layers = await layerList();
    expect(layers).toHaveTextContent(
      'inside 2 min ago (cluster east, namespace heart). Not all of it can be read: jobs answers 403',
    );
  });

  it('says since when a cluster tells nothing, as unknown', async () => {
    const inside = {
      id: 'inside',
      state: 'failing',
      since: minutesAgo(14),
      where: 'cluster east, namespace heart',
      hint: 'cannot be seen inside: no connection',
    } as const;
    serve(commonsHealth({ headline: '' }, { layers: [inside] }));
    renderEntityPage(commonsEntity);

    const layers = await layerList();
    expect(layers).toHaveTextContent(
      'inside unknown tells nothing for 14 min (cluster east, namespace heart): cannot be seen inside: no connection',
    );
    // Who reads only the headline knows it, too.
    expect(
      screen.getByText(/^Nothing is wrong with what users get\. .* not known/),
    ).toBeInTheDocument();
  });
});

import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { commonsEntity } from '../../__testUtils__/entities';
import { minutesAgo } from '../../__testUtils__/fixtures';
import {
  workload,
  workloadsResponse,
} from '../../__testUtils__/insideFixtures';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import { renderLegacyApp } from '../../__testUtils__/renderLegacyApp';
import { EntityGen3WorkloadsContent } from '../../legacy';

const URL = '*/api/gen3/commons/default/heart.example/workloads';

const server = setupServer();
registerMswTestHooks(server);
afterEach(widenScreen);

const renderTab = () =>
  renderLegacyApp({
    path: '/catalog/default/system/heart.example',
    entityPage: (
      <EntityProvider entity={commonsEntity}>
        <EntityGen3WorkloadsContent />
      </EntityProvider>
    ),
  });

const show = (answer: WorkloadsResponse) => {
  server.use(http.get(URL, () => HttpResponse.json(answer)));
  renderTab();
};

const rows = async () => {
  const table = await screen.findByRole('table', { name: /worst first/ });
  return within(table).getAllByRole('row').slice(1);
};

describe('Workloads of a commons', () => {
  it('says of each what runs, how much of it, and which tag git wants', async () => {
    show(
      workloadsResponse({
        workloads: [
          workload({
            outcome: 'degraded',
            reason: 'has 1 of 2 pods ready: fence-1 crash-loops',
            replicas: { ready: 1, wanted: 2 },
            runningTags: ['2026.06', '2026.07'],
            restarts: 1204,
          }),
          workload({ name: 'guppy-deployment', service: 'guppy' }),
        ],
      }),
    );
    const [fence, guppy] = await rows();
    expect(fence).toHaveTextContent('degraded');
    expect(fence).toHaveTextContent('Deployment · fence');
    expect(fence).toHaveTextContent('1 of 2 ready');
    expect(fence).toHaveTextContent('2026.06, 2026.07');
    expect(fence).toHaveTextContent('git says 2026.07');
    expect(fence).toHaveTextContent('1,204');
    expect(fence).toHaveTextContent('crash-loops');
    expect(guppy).toHaveTextContent('up');
    expect(guppy).not.toHaveTextContent('git says');
    expect(
      screen.getByText(/Cluster east-1, namespace heart/),
    ).toBeInTheDocument();
  });

  it('opens to what to do and to the events', async () => {
    show(
      workloadsResponse({
        workloads: [
          workload({
            outcome: 'down',
            reason: 'has 0 of 1 pods ready',
            autoscaler: {
              min: 1,
              max: 10,
              problem: 'is at its limit, and the load asks for more',
            },
            advice: 'Read the last log of fence.',
            events: [
              {
                object: 'Pod fence-1',
                type: 'Warning',
                reason: 'BackOff',
                message: 'Back-off restarting failed container',
                count: 12,
                at: minutesAgo(3),
              },
            ],
          }),
        ],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Details of fence-deployment',
      }),
    );
    expect(screen.getByText('Read the last log of fence.')).toBeInTheDocument();
    expect(screen.getByText('scales 1 to 10')).toBeInTheDocument();
    expect(
      screen.getByText(
        'Autoscaling is at its limit, and the load asks for more.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('listitem')).toHaveTextContent(
      '3 min ago Pod fence-1: BackOff: Back-off restarting failed container (12 times)',
    );
  });

  it('shows a Deployment and a StatefulSet of one name side by side', async () => {
    const complain = jest.spyOn(console, 'error');
    show(
      workloadsResponse({
        workloads: [workload(), workload({ kind: 'StatefulSet' })],
      }),
    );
    const [first, second] = await rows();
    expect(first).toHaveTextContent('Deployment · fence');
    expect(second).toHaveTextContent('StatefulSet · fence');
    // React told of two rows with one key.
    expect(complain.mock.calls.flat().join(' ')).not.toContain('same key');
    complain.mockRestore();
  });

  it('tells a workload of no service or of one that is not declared, and one that is missing', async () => {
    show(
      workloadsResponse({
        workloads: [
          workload({ kind: undefined, replicas: undefined, runningTags: [] }),
          workload({ name: 'postgresql', service: undefined, declared: false }),
          workload({ name: 'sower', service: 'sower', declared: false }),
        ],
      }),
    );
    const [missing, postgresql, sower] = await rows();
    expect(missing).toHaveTextContent('not in the namespace');
    expect(missing).toHaveTextContent('no tag');
    // It said "not declared in git" of what global.dev in git declares.
    expect(postgresql).toHaveTextContent(/Deployment · no Gen3 service(?!,)/);
    expect(postgresql).not.toHaveTextContent('declared');
    expect(sower).toHaveTextContent('sower, not declared for this commons');
  });

  it('names what could not be read beside what could', async () => {
    show(
      workloadsResponse({
        unreadable: [{ kind: 'pods', reason: 'answers 403: forbidden' }],
      }),
    );
    expect(
      await screen.findByText('pods: answers 403: forbidden'),
    ).toBeInTheDocument();
    expect(await rows()).toHaveLength(1);
  });

  it('does not say that a namespace is empty that could not be read', async () => {
    show(
      workloadsResponse({
        workloads: [],
        unreadable: [
          { kind: 'deployments', reason: 'answers 401: Unauthorized' },
        ],
      }),
    );
    expect(
      await screen.findByText(/could not be read, so nothing is known/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/has no Deployment/)).not.toBeInTheDocument();
  });

  it('teaches how to connect a cluster', async () => {
    show(workloadsResponse({ place: undefined, workloads: [] }));
    expect(
      await screen.findByText('No cluster is connected to this commons.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/backstage.io\/kubernetes-cluster/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says why there is nothing to show, and what still works', async () => {
    server.use(
      http.get(URL, () =>
        HttpResponse.json(
          { error: { name: 'Error', message: 'the database is away' } },
          { status: 503 },
        ),
      ),
    );
    renderTab();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /What runs in the cluster.*The health card on the overview still shows/,
    );
  });

  it('puts all in one cell on a phone', async () => {
    narrowScreen();
    show(workloadsResponse());
    const [fence] = await rows();
    expect(within(fence).getAllByRole('cell')).toHaveLength(3);
    expect(fence).toHaveTextContent('1 of 1 ready · 2026.07');
  });
});

import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { ClustersPage } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { clusterRow, clustersPage } from '../../__testUtils__/clusterFixtures';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import { renderPage } from '../../__testUtils__/renderPage';

const URL = '*/api/gen3/clusters';

const server = setupServer();
registerMswTestHooks(server);
afterEach(widenScreen);

const show = (answer: ClustersPage) => {
  server.use(http.get(URL, () => HttpResponse.json(answer)));
  renderPage('/clusters');
};

const rows = async () => {
  const table = await screen.findByRole('table', { name: /worst first/ });
  return within(table).getAllByRole('row').slice(1);
};

const unreachable = clusterRow({
  name: 'west-1',
  entityRef: undefined,
  reachability: 'unreachable',
  reason: 'gave no answer within 10 s',
  version: undefined,
  nodes: undefined,
  latencyMs: undefined,
});

describe('Clusters page', () => {
  it('says of a cluster whether it answers, its version and nodes, and what runs on it', async () => {
    show(
      clustersPage([
        clusterRow({
          commons: { count: 8, first: clusterRow().commons.first },
        }),
      ]),
    );
    const [east] = await rows();
    expect(east).toHaveTextContent('reachable');
    expect(east).toHaveTextContent('1.35.2');
    expect(east).not.toHaveTextContent('kubelets');
    expect(east).toHaveTextContent('3 of 4 ready');
    expect(east).toHaveTextContent('1,234 ms');
    expect(east).toHaveTextContent('8 commons: heart.example and 7 more');
    expect(within(east).getByText('1 min ago')).toHaveAttribute('title');
    expect(
      within(east).getByRole('link', { name: 'heart.example' }),
    ).toHaveAttribute('href', '/catalog/default/system/heart.example');
    expect(within(east).getByRole('link', { name: 'east-1' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/east-1',
    );
  });

  it('puts the worst first, and says why', async () => {
    show(
      clustersPage([
        clusterRow(),
        clusterRow({
          name: 'east-2',
          reachability: 'unknown',
          reason: 'no kubernetes plugin is installed',
        }),
        unreachable,
      ]),
    );
    const [first, second, third] = await rows();
    expect(first).toHaveTextContent('west-1');
    expect(first).toHaveTextContent('unreachable');
    expect(first).toHaveTextContent('gave no answer within 10 s');
    expect(first).toHaveTextContent('not known');
    expect(
      within(first).queryByRole('link', { name: 'west-1' }),
    ).not.toBeInTheDocument();
    expect(second).toHaveTextContent('no kubernetes plugin is installed');
    expect(third).toHaveTextContent('east-1');
  });

  it('shows no green for a cluster that cannot be read as a whole, before those that can', async () => {
    // It stood green between them, and only its last column told.
    const forbidden = {
      kind: 'cronjobs',
      state: 'failed',
      reason: 'answers 403: cronjobs is forbidden',
    } as const;
    show(
      clustersPage([
        clusterRow(),
        clusterRow({ name: 'west-1', notReadable: [forbidden] }),
      ]),
    );
    const [first, second] = await rows();
    expect(first).toHaveTextContent('west-1');
    expect(within(first).getByText('readable in part')).toBeInTheDocument();
    expect(first).toHaveTextContent('cannot be read: cronjobs');
    expect(within(second).getByText('reachable')).toBeInTheDocument();
  });

  it('says of a version that it is that of kubelets, when that of the API server is not known', async () => {
    show(
      clustersPage([
        clusterRow({
          version: '1.34-1.35',
          versionOf: 'kubelets',
          latencyMs: undefined,
        }),
      ]),
    );
    const [east] = await rows();
    expect(east).toHaveTextContent('1.34-1.35 (kubelets)');
  });

  it('shows a cluster that no commons names, and what was looked at there', async () => {
    show(
      clustersPage([
        clusterRow({
          name: 'spare',
          namespace: undefined,
          commons: { count: 0, first: [] },
        }),
      ]),
    );
    const [spare] = await rows();
    expect(spare).toHaveTextContent('reachable');
    expect(spare).toHaveTextContent('no commons');
    await userEvent.click(
      screen.getByRole('button', { name: 'Details of spare' }),
    );
    expect(
      screen.getByText(/Only what belongs to the whole cluster/),
    ).toBeInTheDocument();
  });

  it('opens to what cannot be read, and tells add-ons that are not there from it', async () => {
    show(
      clustersPage([
        clusterRow({
          notReadable: [
            {
              kind: 'pods',
              state: 'failed',
              reason: 'answers 403: pods is forbidden',
            },
            {
              kind: 'certificates',
              state: 'not-served',
              reason: 'the cluster has no certificates',
            },
          ],
        }),
        unreachable,
      ]),
    );
    const [, east] = await rows();
    expect(east).toHaveTextContent('cannot be read: pods');
    expect(east).not.toHaveTextContent('certificates');

    const open = (name: string) =>
      userEvent.click(screen.getByRole('button', { name }));
    await open('Details of east-1');
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'pods: answers 403: pods is forbidden',
    );
    expect(
      screen.getByText(/^Not served.*: certificates$/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Latency is the time of one request for the version/),
    ).toBeInTheDocument();
    expect(
      screen.queryByText(/Only what belongs to the whole cluster/),
    ).not.toBeInTheDocument();
    await open('Details of west-1');
    expect(screen.getByText(/while it does not answer/)).toBeInTheDocument();
  });

  it('shows more clusters when asked', async () => {
    server.use(
      http.get(URL, ({ request }) =>
        HttpResponse.json(
          new globalThis.URL(request.url).searchParams.get('cursor') === 'two'
            ? clustersPage([unreachable], { totalItems: 2 })
            : clustersPage([clusterRow()], {
                totalItems: 2,
                nextCursor: 'two',
              }),
        ),
      ),
    );
    renderPage('/clusters');
    expect(await screen.findByText('1 of 2 clusters')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more clusters' }),
    );
    await screen.findByText('2 of 2 clusters');
    expect((await rows())[1]).toHaveTextContent('west-1');
    await userEvent.click(
      screen.getByRole('button', { name: 'Put the worst first again' }),
    );
    expect((await rows())[0]).toHaveTextContent('west-1');
    expect(
      screen.queryByRole('button', { name: 'Show more clusters' }),
    ).not.toBeInTheDocument();
  });

  it('teaches how to connect a cluster when there is none', async () => {
    show(clustersPage([]));
    const section = await screen.findByRole('region', {
      name: 'No cluster is connected',
    });
    expect(section).toHaveTextContent('clusterLocatorMethods');
    expect(section).toHaveTextContent('backstage.io/kubernetes-cluster');
    expect(
      within(section).getByRole('link', { name: /How to connect a cluster/ }),
    ).toHaveAttribute('href', expect.stringMatching(/docs\/inside\.md$/));
  });

  it('says that it asks, and what still works when it may not', async () => {
    server.use(http.get(URL, () => delay('infinite')));
    const { unmount } = renderPage('/clusters');
    expect(await screen.findByLabelText('Asking clusters')).toBeInTheDocument();
    unmount();

    server.use(
      http.get(URL, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'denied' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    renderPage('/clusters');
    expect(
      await screen.findByText(/The fleet still shows what was found before/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.queryByLabelText('Asking clusters'),
      ).not.toBeInTheDocument(),
    );
  });

  it('puts all in one cell on a phone', async () => {
    narrowScreen();
    show(clustersPage([unreachable, clusterRow()]));
    const [west, east] = await rows();
    expect(within(west).getAllByRole('cell')).toHaveLength(2);
    expect(west).toHaveTextContent('gave no answer within 10 s');
    expect(east).toHaveTextContent(
      'Kubernetes 1.35.2 · 3 of 4 nodes ready · 1,234 ms · read 1 min ago',
    );
  });
});

import { Entity } from '@backstage/catalog-model';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  CommitsResponse,
  DeploymentResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  application,
  commit,
  commitsResponse,
  DEPLOYED,
  deploymentResponse,
  outOfSync,
} from '../../__testUtils__/deploymentFixtures';
import { commonsEntity } from '../../__testUtils__/entities';
import { minutesAgo } from '../../__testUtils__/fixtures';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import { renderLegacyApp } from '../../__testUtils__/renderLegacyApp';
import { EntityGen3DeploymentContent } from '../../legacy';

const DEPLOYMENT = '*/api/gen3/commons/default/heart.example/deployment';
const COMMITS = '*/api/catalog/gen3/commons/default/heart.example/commits';

const server = setupServer();
registerMswTestHooks(server);
afterEach(widenScreen);

const failing = (message: string) =>
  HttpResponse.json({ error: { name: 'Error', message } }, { status: 503 });

/** Shows the tab; an answer that is text is what goes wrong. Gives the revisions that were asked about. */
function show(
  answers: {
    deployment?: DeploymentResponse | string;
    commits?: CommitsResponse | string;
    entity?: Entity;
  } = {},
) {
  const {
    deployment = deploymentResponse(),
    commits = commitsResponse(),
    entity = commonsEntity,
  } = answers;
  const asked: (string | null)[] = [];
  server.use(
    http.get(DEPLOYMENT, () =>
      typeof deployment === 'string'
        ? failing(deployment)
        : HttpResponse.json(deployment),
    ),
    http.get(COMMITS, ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('revisions'));
      return typeof commits === 'string'
        ? failing(commits)
        : HttpResponse.json(commits);
    }),
  );
  renderLegacyApp({
    path: '/catalog/default/system/heart.example',
    entityPage: (
      <EntityProvider entity={entity}>
        <EntityGen3DeploymentContent />
      </EntityProvider>
    ),
  });
  return asked;
}

const argocd = () => screen.findByRole('region', { name: 'Argo CD' });
const changes = () => screen.findByRole('region', { name: 'Recent changes' });
const rowsOf = (table: HTMLElement) =>
  within(table).getAllByRole('row').slice(1);
const commitRows = async () =>
  rowsOf(await screen.findByRole('table', { name: /newest first/ }));

describe('Deployment of a commons', () => {
  it('says what Argo CD applied, when, and where it comes from', async () => {
    show({
      entity: {
        ...commonsEntity,
        metadata: {
          ...commonsEntity.metadata,
          annotations: {
            ...commonsEntity.metadata.annotations,
            'gen3.org/argocd-app': 'argocd/gen3-heart',
          },
          links: [
            { url: 'https://argo.example/gen3-heart', type: 'argocd' },
            { url: 'https://heart.example', type: 'portal' },
          ],
        },
      },
    });
    const app = await screen.findByRole('article', { name: 'gen3-heart' });
    expect(app).toHaveTextContent('up gen3-heart: Argo CD has applied');
    expect(app).toHaveTextContent('SyncSynced');
    expect(app).toHaveTextContent('HealthHealthy');
    expect(app).toHaveTextContent('Argo CD looked2 min ago');
    expect(app).toHaveTextContent(
      'Last syncSucceeded 1 h ago, took 1 min: successfully synced (all tasks run)',
    );
    expect(app).toHaveTextContent(
      'https://git.example/gitops at main, deployed dddddddd',
    );
    expect(app).not.toHaveTextContent('git has');
    expect(app).toHaveTextContent('Every object is as git says, and healthy.');
    expect(
      within(app).getByRole('link', { name: /Open in Argo CD/ }),
    ).toHaveAttribute('href', 'https://argo.example/gen3-heart');
  });

  it('names what is out of sync, and what to do', async () => {
    show({
      deployment: deploymentResponse({
        applications: [
          {
            ...outOfSync,
            sources: [
              {
                repoUrl: 'https://git.example/gitops',
                comparedRevision: 'e'.repeat(40),
                deployedRevision: DEPLOYED,
              },
            ],
            conditions: [
              {
                type: 'SharedResourceWarning',
                message: 'two own it',
                at: minutesAgo(5),
              },
            ],
            totalObjects: 63,
          },
        ],
      }),
    });
    const app = await screen.findByRole('article');
    expect(app).toHaveTextContent(
      'degraded gen3-heart: Argo CD has not applied what git says of gen3-heart. Sync the Application in Argo CD',
    );
    expect(app).toHaveTextContent('deployed dddddddd, git has eeeeeeee');
    expect(app).toHaveTextContent(
      'SharedResourceWarning: two own it · 5 min ago',
    );
    const [manifest] = rowsOf(
      within(app).getByRole('table', { name: /out of sync or not healthy/ }),
    );
    expect(manifest).toHaveTextContent('ConfigMapmanifest-globalOutOfSync');
    expect(app).toHaveTextContent('These are 1 of 63: see all in Argo CD.');
    expect(within(app).queryByRole('link')).not.toBeInTheDocument();
  });

  it('says when Argo CD does not say which object it is, and when it looked long ago', async () => {
    show({
      deployment: deploymentResponse({
        applications: [
          application({
            health: 'Degraded',
            reconciledAt: minutesAgo(200),
            operation: undefined,
          }),
        ],
      }),
    });
    const app = await screen.findByRole('article');
    expect(app).toHaveTextContent('Argo CD does not say here which object');
    expect(app).toHaveTextContent(
      'Argo CD looked 3 h ago the last time: what it says may be old.',
    );
    expect(app).toHaveTextContent('Last syncnever');
  });

  it.each([
    [
      'is not there',
      'is not in cluster east-1',
      undefined,
      /Argo CD is not in cluster east-1\. Check that the Application’s destination .* The portal does not look into the Argo CD of another cluster/,
    ],
    [
      'may not be read',
      'cannot be seen inside: cluster east-1, asked for applications, answers 403',
      'Give the account of the portal the rights that the documentation lists.',
      /answers 403\. Give the account of the portal the rights/,
    ],
  ])(
    'is unknown, not green, when Argo CD %s',
    async (_, reason, advice, text) => {
      show({
        deployment: deploymentResponse({
          verdict: { outcome: 'unknown', cause: 'not-visible', reason, advice },
          applications: [],
          unreadable: advice
            ? [{ kind: 'applications', reason: 'answers 403' }]
            : [],
        }),
      });
      const words = await screen.findByText(/unknown/);
      expect(words).toBeInTheDocument();
      expect(await argocd()).toHaveTextContent(text);
      expect(screen.queryByText('Could not be read:')).not.toBeInTheDocument();
      expect(await changes()).toHaveTextContent(
        'Which of these are deployed is not known: Argo CD does not say what it deployed.',
      );
    },
  );

  it('lists commits with links, and marks what is deployed and what is not yet', async () => {
    const [first, second, third] = ['1', '2', '3'].map(n => n.repeat(40));
    const asked = show({
      commits: commitsResponse({
        commits: [
          commit({ sha: third, subject: 'Raise guppy' }),
          commit({ sha: second, author: 'Grace', at: minutesAgo(125) }),
          commit({ sha: first }),
        ],
        revisions: [
          {
            revision: DEPLOYED,
            url: 'https://git.example/deployed',
            contains: [second, first],
          },
        ],
      }),
    });
    expect(
      await screen.findByRole('link', { name: /dddddddd/ }),
    ).toHaveAttribute('href', 'https://git.example/deployed');
    const rows = await commitRows();
    expect(rows[0]).toHaveTextContent('Raise guppy');
    expect(rows[0]).toHaveTextContent('not deployed yet');
    expect(rows[1]).toHaveTextContent(/Grace.*2 h ago.*deployed$/);
    expect(rows[1]).not.toHaveTextContent('not deployed');
    expect(rows[2]).not.toHaveTextContent('deployed');
    expect(
      within(rows[0]).getByRole('link', { name: /33333333/ }),
    ).toHaveAttribute('href', `https://git.example/gitops/commit/${third}`);
    const part = await changes();
    expect(part).toHaveTextContent(
      /prod\/heart\.example in https:\/\/git\.example\/gitops, branch main, read/,
    );
    expect(
      within(part).getByRole('link', { name: /See the whole history/ }),
    ).toBeInTheDocument();
    // It was asked twice per visit: without revisions first, at the expense of the token of the host.
    expect(asked).toEqual([`${'c'.repeat(40)},${DEPLOYED}`]);
  });

  it('says that what is deployed is of another repository, rather than guess', async () => {
    show();
    expect(
      await screen.findByText(
        /what Argo CD deployed \(cccccccc, dddddddd\) is not in the recent history/,
      ),
    ).toBeInTheDocument();
    expect(await commitRows()).toHaveLength(1);
    expect(
      screen.queryByRole('columnheader', { name: 'Deployed' }),
    ).not.toBeInTheDocument();
  });

  it('calls no commit pending while a deployed revision could not be asked about', async () => {
    show({
      commits: commitsResponse({
        revisions: [{ revision: 'c'.repeat(40), contains: [] }],
        unread: [DEPLOYED],
      }),
    });
    expect(
      await screen.findByText(
        /the repository could not be asked what dddddddd contains/,
      ),
    ).toBeInTheDocument();
    expect(await commitRows()).toHaveLength(1);
    expect(screen.queryByText('not deployed yet')).not.toBeInTheDocument();
  });

  it.each<[string, Partial<CommitsResponse>, RegExp, RegExp]>([
    [
      'is not in git',
      { state: 'not-in-git', repo: undefined, historyUrl: undefined },
      /No source found this commons in git/,
      /How to add a source/,
    ],
    [
      'is at a host whose commits cannot be listed',
      { state: 'not-supported' },
      /cannot list commits of this host/,
      /See the whole history/,
    ],
    [
      'has none',
      {},
      /No commit touches what declares/,
      /See the whole history/,
    ],
  ])('says what to do when the commons %s', async (_, change, text, link) => {
    show({ commits: commitsResponse({ commits: [], ...change }) });
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: link })).toBeInTheDocument();
  });

  it('shows the commits when the cluster cannot be asked', async () => {
    show({ deployment: 'the database is away' });
    expect(await commitRows()).toHaveLength(1);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /What Argo CD deploys could not be read.*the database is away/,
    );
  });

  it('shows Argo CD when git cannot be asked', async () => {
    show({
      commits: 'Cannot list the commits of "https://git.example/gitops"',
    });
    expect(await screen.findByRole('article')).toBeInTheDocument();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The recent changes in git could not be read.*Cannot list the commits of/,
    );
  });

  it('teaches how to connect a cluster, and still lists commits', async () => {
    show({
      deployment: deploymentResponse({ place: undefined, applications: [] }),
    });
    expect(
      await screen.findByText('No cluster is connected to this commons.'),
    ).toBeInTheDocument();
    expect(await commitRows()).toHaveLength(1);
  });

  it('puts all in one cell on a phone', async () => {
    narrowScreen();
    show({
      deployment: deploymentResponse({ applications: [outOfSync] }),
      commits: commitsResponse({
        revisions: [{ revision: DEPLOYED, contains: [] }],
      }),
    });
    const [object] = rowsOf(
      await screen.findByRole('table', { name: /not healthy/ }),
    );
    expect(within(object).getAllByRole('cell')).toHaveLength(1);
    expect(object).toHaveTextContent('ConfigMap manifest-global');
    const [row] = await commitRows();
    expect(within(row).getAllByRole('cell')).toHaveLength(1);
    expect(row).toHaveTextContent('Raise fence to 2026.07');
    expect(row).toHaveTextContent('not deployed yet');
  });
});

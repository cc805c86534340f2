import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { json, Router } from 'express';
import { createStepContext } from '../__testUtils__/createStepContext';
import { hostGitops, PASSWORD } from '../__testUtils__/hostGitops';
import { createOpenPullRequest } from './createOpenPullRequest';
import { pushBranch } from './pushBranch';

// These tests run git and talk to a server.
jest.setTimeout(60_000);

const PAGE = 'https://gitlab.example/ops/gitops/-/merge_requests/7';
const BRANCH = 'retire/heart.example';
const FILES = [{ path: 'heart.example/app.yaml' }];

const hosted = createMockDirectory();
const workspace = createMockDirectory();

let host: Awaited<ReturnType<typeof hostGitops>>;
let asked: string[];

/** What GitLab's action asks of a branch that is there. */
const gitlab = Router()
  .use(json())
  .get('/v4/projects/:id/repository/branches/:branch', (_, res) => {
    res.json({ name: BRANCH, web_url: `${PAGE}/branch` });
  })
  .post('/v4/projects/:id/merge_requests', ({ body }, res) => {
    asked.push(`${body.source_branch} into ${body.target_branch}`);
    res.status(201).json({ iid: 7, web_url: PAGE });
  });

beforeEach(async () => {
  workspace.clear();
  asked = [];
  host = await hostGitops(hosted, { api: gitlab });
});

afterEach(() => host.close());

const openAt = (kind: 'gitea' | 'gitlab') => {
  const { url } = host;
  const at = { host: new URL(url).host, baseUrl: url };
  const config = new ConfigReader({
    integrations: {
      gitea: [{ ...at, username: 'portal', password: PASSWORD }],
      gitlab: [{ ...at, apiBaseUrl: `${url}/api/v4`, token: PASSWORD }],
    },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  return createOpenPullRequest({ config, integrations })(
    { ...host.retire(FILES), host: kind },
    createStepContext(workspace),
  );
};

const commits = () => host.git('log', '--format=%s', `main..${BRANCH}`);

describe('opening pull requests with the credentials of integrations', () => {
  it('pushes the branch to Gitea once, however often it is done', async () => {
    const page = `${host.url}/ops/gitops/compare/main...retire%2Fheart.example`;
    await expect(openAt('gitea')).resolves.toBe(page);
    await expect(openAt('gitea')).resolves.toBe(page);
    expect(commits()).toBe('Retire heart.example');
  });

  // The action of GitLab refuses a branch that is there, unless it has nothing to commit.
  it('has the action of GitLab open the merge request of a branch that is there', async () => {
    await pushBranch(host.access())(
      host.retire(FILES),
      createStepContext(workspace),
    );
    await expect(openAt('gitlab')).resolves.toBe(PAGE);
    expect([asked, commits()]).toEqual([
      [`${BRANCH} into main`],
      'Retire heart.example',
    ]);
  });
});

import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createStepContext } from '../__testUtils__/createStepContext';
import { findGiteaAuth } from './gitAuth';
import { openByHand } from './openByHand';
import { pushBranch } from './pushBranch';
import type { Git } from './scaffolderGit';
import type { PullRequest } from './types';

const RETIRE: PullRequest = {
  host: 'gitea',
  repository: 'https://git.example/org/gitops',
  branch: 'retire/heart.example',
  base: 'main',
  title: 'Retire heart.example',
  description: '',
  message: 'Retire heart.example',
  author: { name: 'Ada', email: 'ada@example.org' },
  files: [
    { path: 'heart.example/app.yaml' },
    { path: 'notes/heart.md', content: 'gone\n' },
  ],
};

/** Git that clones a repository with one file, and tells what it is asked for. */
function createFakeGit() {
  const log: unknown[] = [];
  let folder = '';
  const git: Git = {
    async cloneRepo({ dir, url, ref, auth }) {
      log.push(['clone', url, ref, auth]);
      folder = dir;
      await mkdir(join(dir, 'heart.example'), { recursive: true });
      await writeFile(join(dir, 'heart.example/app.yaml'), 'kind: Application');
    },
    async createBranch({ ref }) {
      log.push(['branch', ref]);
    },
    async addFiles({ filepath }) {
      log.push(['add', filepath]);
    },
    async removeFiles({ filepath }) {
      log.push(['remove', filepath]);
    },
    async commitAndPushBranch({ commitMessage, gitAuthorInfo, remoteRef }) {
      log.push(['push', commitMessage, gitAuthorInfo?.name, remoteRef]);
      return { commitHash: 'c1' };
    },
  };
  return { git, log, path: (name: string) => join(folder, name) };
}

const integrationsOf = (config: object) =>
  ScmIntegrations.fromConfig(
    new ConfigReader({ integrations: JSON.parse(JSON.stringify(config)) }),
  );

const folder = createMockDirectory();

beforeEach(() => folder.clear());

describe('pushing a branch for a host without an action', () => {
  it('changes and removes files on a branch of its own, and names the page where a person opens the pull request', async () => {
    const { git, log, path } = createFakeGit();
    const open = openByHand({
      push: pushBranch({ git, findAuth: async () => ({ token: 'secret' }) }),
      pageOf: ({ branch }) => `https://git.example/compare/${branch}`,
    });

    const context = createStepContext(folder);
    await expect(open(RETIRE, context, { isThere: false })).resolves.toBe(
      'https://git.example/compare/retire/heart.example',
    );
    expect(log).toEqual([
      ['clone', 'https://git.example/org/gitops', 'main', { token: 'secret' }],
      ['branch', 'retire/heart.example'],
      ['remove', 'heart.example/app.yaml'],
      ['add', 'notes/heart.md'],
      [
        'push',
        'Retire heart.example',
        'Ada',
        'refs/heads/retire/heart.example',
      ],
    ]);
    expect(existsSync(path('heart.example/app.yaml'))).toBe(false);
    await expect(readFile(path('notes/heart.md'), 'utf8')).resolves.toBe(
      'gone\n',
    );
  });

  it('pushes nothing where the branch is there, and names the page', async () => {
    const { git, log } = createFakeGit();
    const open = openByHand({
      push: pushBranch({ git, findAuth: async () => ({ token: 'secret' }) }),
      pageOf: ({ branch }) => `https://git.example/compare/${branch}`,
    });
    const context = createStepContext(folder);
    await expect(open(RETIRE, context, { isThere: true })).resolves.toBe(
      'https://git.example/compare/retire/heart.example',
    );
    expect(log).toEqual([]);
  });

  it('pushes nothing without credentials', async () => {
    const { git, log } = createFakeGit();
    const integrations = integrationsOf({ gitea: [{ host: 'git.example' }] });
    const push = pushBranch({ git, findAuth: findGiteaAuth(integrations) });
    await expect(push(RETIRE, createStepContext(folder))).rejects.toThrow(
      /no credentials to write to "https:\/\/git.example\/org\/gitops": give them in integrations.gitea/,
    );
    expect(log).toEqual([]);
  });
});

import { createMockDirectory } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createStepContext } from '../__testUtils__/createStepContext';
import { openAtBitbucket, openAtGithub, openAtGitlab } from './openers';
import type { PullRequest } from './types';

const PATH = 'organprod/heart.example/app.yaml';

const LAUNCH: PullRequest = {
  host: 'github',
  repository: 'https://github.com/org/gitops',
  branch: 'launch/heart.example',
  base: 'main',
  title: 'Launch heart.example',
  description: 'Six services.',
  message: 'Launch heart.example\n\nChange: 1\n',
  author: { name: 'Ada', email: 'ada@example.org' },
  files: [{ path: PATH, content: 'kind: Application\n' }],
};

const REMOVAL = { path: 'organprod/liver.example/app.yaml' };

/** An action of the scaffolder that remembers what it was given, and names a page. */
function createFakeAction(output: string, page?: string) {
  const calls: { input: JsonObject; file: string }[] = [];
  const action: TemplateAction<JsonObject, JsonObject, 'v2'> = {
    id: 'publish:fake',
    async handler({ input, workspacePath, output: tell }) {
      const file = await readFile(join(workspacePath, PATH), 'utf8');
      calls.push({ input, file });
      if (page) tell(output, page);
    },
  };
  return { action, calls };
}

const PAGE = 'https://host.example/pull/1';

const NEW = { isThere: false };
const THERE = { isThere: true };

const notPushed = async () => {
  throw new Error('A branch was pushed');
};

const folder = createMockDirectory();

beforeEach(() => folder.clear());

describe('opening a pull request by an action of the scaffolder', () => {
  it('gives GitHub the files, also those to remove', async () => {
    const { action, calls } = createFakeAction('remoteUrl', PAGE);
    const context = createStepContext(folder);
    const request = { ...LAUNCH, files: [...LAUNCH.files, REMOVAL] };

    await expect(openAtGithub(action)(request, context)).resolves.toBe(PAGE);
    expect(calls).toEqual([
      {
        file: 'kind: Application\n',
        input: {
          repoUrl: 'github.com?owner=org&repo=gitops',
          title: 'Launch heart.example',
          description: 'Six services.',
          branchName: 'launch/heart.example',
          targetBranchName: 'main',
          commitMessage: LAUNCH.message,
          gitAuthorName: 'Ada',
          gitAuthorEmail: 'ada@example.org',
          update: true,
          filesToDelete: ['organprod/liver.example/app.yaml'],
        },
      },
    ]);
    expect(context.output).not.toHaveBeenCalled();
  });

  it('gives GitLab a group within a group', async () => {
    const { action, calls } = createFakeAction('mergeRequestUrl', PAGE);
    const request: PullRequest = {
      ...LAUNCH,
      host: 'gitlab',
      repository: 'https://gitlab.com/org/team/gitops',
    };

    await expect(
      openAtGitlab(action)(request, createStepContext(folder), NEW),
    ).resolves.toBe(PAGE);
    expect(calls[0]?.input).toEqual({
      repoUrl: 'gitlab.com?owner=org%2Fteam&repo=gitops',
      title: 'Launch heart.example',
      description: 'Six services.',
      branchName: 'launch/heart.example',
      targetBranchName: 'main',
    });
  });

  it.each([
    [
      'bitbucketCloud',
      'https://bitbucket.org/org/gitops',
      'bitbucket.org?workspace=org&project=org&repo=gitops',
    ],
    [
      'bitbucketServer',
      'https://git.example/projects/OPS/repos/gitops',
      'git.example?project=OPS&repo=gitops',
    ],
  ] as const)('gives %s both branches', async (host, repository, repoUrl) => {
    const { action, calls } = createFakeAction('pullRequestUrl', PAGE);

    await expect(
      openAtBitbucket(action, notPushed)(
        { ...LAUNCH, host, repository },
        createStepContext(folder),
        THERE,
      ),
    ).resolves.toBe(PAGE);
    expect(calls[0]?.input).toEqual({
      repoUrl,
      title: 'Launch heart.example',
      description: 'Six services.',
      sourceBranch: 'launch/heart.example',
      targetBranch: 'main',
      gitAuthorName: 'Ada',
      gitAuthorEmail: 'ada@example.org',
    });
  });

  it('has GitLab remove files', async () => {
    const { action, calls } = createFakeAction('mergeRequestUrl', PAGE);
    await expect(
      openAtGitlab(action)(
        { ...LAUNCH, host: 'gitlab', files: [{ path: PATH }] },
        createStepContext(folder),
        NEW,
      ),
    ).resolves.toBe(PAGE);
    expect(calls).toMatchObject([
      { file: '', input: { commitAction: 'delete' } },
    ]);
  });

  it('refuses, before anything is done, to write and remove files at GitLab in one change', async () => {
    const { action, calls } = createFakeAction('mergeRequestUrl', PAGE);
    await expect(
      openAtGitlab(action)(
        { ...LAUNCH, host: 'gitlab', files: [...LAUNCH.files, REMOVAL] },
        createStepContext(folder),
        NEW,
      ),
    ).rejects.toThrow(
      'cannot write "organprod/heart.example/app.yaml" and remove other files in one change',
    );
    expect(calls).toEqual([]);
  });

  it('has GitLab open a branch that is there as it is', async () => {
    const { action, calls } = createFakeAction('mergeRequestUrl', PAGE);
    await expect(
      openAtGitlab(action)(
        { ...LAUNCH, host: 'gitlab' },
        createStepContext(folder),
        THERE,
      ),
    ).resolves.toBe(PAGE);
    expect(calls).toMatchObject([{ input: { commitAction: 'skip' } }]);
  });

  it.each([
    ['writes and removes files', [...LAUNCH.files, REMOVAL]],
    ['only writes files', LAUNCH.files],
  ])(
    'pushes the branch of a change at Bitbucket that %s, and then opens its pull request',
    async (_, files) => {
      const { action, calls } = createFakeAction('pullRequestUrl', PAGE);
      const pushed: string[] = [];
      const open = openAtBitbucket(action, async ({ branch }) => {
        expect(calls).toEqual([]);
        pushed.push(branch);
      });
      await expect(
        open(
          { ...LAUNCH, host: 'bitbucketCloud', files },
          createStepContext(folder),
          NEW,
        ),
      ).resolves.toBe(PAGE);
      expect(pushed).toEqual(['launch/heart.example']);
      expect(calls).toMatchObject([
        { input: { sourceBranch: 'launch/heart.example' } },
      ]);
    },
  );

  it('fails when the action names no page', async () => {
    const { action } = createFakeAction('remoteUrl');
    await expect(
      openAtGithub(action)(LAUNCH, createStepContext(folder)),
    ).rejects.toThrow(/names no page for the branch "launch\/heart.example"/);
  });

  it('writes no file outside of its folder', async () => {
    const { action, calls } = createFakeAction('remoteUrl', PAGE);
    await expect(
      openAtGithub(action)(
        { ...LAUNCH, files: [{ path: '../../evil', content: '' }] },
        createStepContext(folder),
      ),
    ).rejects.toThrow();
    expect(calls).toEqual([]);
  });
});

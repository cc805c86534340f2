import { createMockDirectory } from '@backstage/backend-test-utils';
import { createStepContext } from '../__testUtils__/createStepContext';
import { hostGitops } from '../__testUtils__/hostGitops';
import { pushBranch } from './pushBranch';
import type { PullRequest } from './types';

const hosted = createMockDirectory();
const workspace = createMockDirectory();

let host: Awaited<ReturnType<typeof hostGitops>>;

beforeEach(async () => {
  workspace.clear();
  host = await hostGitops(hosted);
});

afterEach(() => host.close());

const BRANCH = 'retire/heart.example';

const push = (files: PullRequest['files'], password?: string) =>
  pushBranch(host.access(password))(
    host.retire(files),
    createStepContext(workspace),
  );

describe('pushing to a host that speaks git over HTTP', () => {
  it('commits what is written and removed as its author, to the branch alone', async () => {
    const before = host.git('rev-parse', 'main');
    await push([
      { path: 'heart.example/app.yaml' },
      { path: 'heart.example/values.yaml' },
      { path: 'notes/heart.md', content: 'gone\n' },
    ]);

    expect(host.git('rev-parse', 'main')).toBe(before);
    expect(host.git('log', '--format=%an %s', `main..${BRANCH}`)).toBe(
      'Tomas Retire heart.example',
    );
    expect(
      host.git('ls-tree', '-r', '--name-only', BRANCH).split('\n'),
    ).toEqual(['README.md', 'notes/heart.md']);
  });

  it('makes no branch without the right to write', async () => {
    await expect(
      push([{ path: 'heart.example/app.yaml' }], 'wrong'),
    ).rejects.toThrow(/401/);
    expect(host.git('branch', '--list', BRANCH)).toBe('');
  });
});

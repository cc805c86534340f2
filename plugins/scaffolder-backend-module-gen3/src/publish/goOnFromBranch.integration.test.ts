import { createMockDirectory } from '@backstage/backend-test-utils';
import { createStepContext } from '../__testUtils__/createStepContext';
import { hostGitops } from '../__testUtils__/hostGitops';
import { goOnFromBranch } from './goOnFromBranch';
import { lookAtBranch } from './lookAtBranch';
import { openByHand } from './openByHand';
import { openAtBitbucket } from './openers';
import { pushBranch } from './pushBranch';

// These tests run git and talk to a server.
jest.setTimeout(60_000);

const PAGE = 'https://bitbucket.org/org/gitops/pull-requests/1';
const BRANCH = 'retire/heart.example';

const hosted = createMockDirectory();
const workspace = createMockDirectory();

let host: Awaited<ReturnType<typeof hostGitops>>;

beforeEach(async () => {
  workspace.clear();
  host = await hostGitops(hosted);
});

afterEach(() => host.close());

const files = [
  { path: 'heart.example/app.yaml' },
  { path: 'heart.example/values.yaml', content: 'b: 3\n' },
];

const open = () =>
  goOnFromBranch({
    look: lookAtBranch(host.access()),
    open: openByHand({
      push: pushBranch(host.access()),
      pageOf: ({ branch }) => `https://git.example/compare/${branch}`,
    }),
  })(host.retire(files), createStepContext(workspace));

const commits = () => host.git('log', '--format=%s', `main..${BRANCH}`);

describe('opening a pull request once more', () => {
  // The second push was refused by git as no fast-forward, and tried for a minute: the change could not be opened by anybody any more.
  it('goes on from the branch that a task before has pushed', async () => {
    const first = await open();
    const before = host.git('rev-parse', BRANCH);
    await expect(open()).resolves.toBe(first);
    expect(host.git('rev-parse', BRANCH)).toBe(before);
    expect(commits()).toBe('Retire heart.example');
  });

  it.each([
    ['was made, and got no files', 'main'],
    ['somebody has taken back', 'back'],
  ])('pushes nothing onto a branch that %s, and says so', async (_, from) => {
    await open();
    const ours = ['main^{tree}', '-p', BRANCH, '-m', 'Take it back'];
    host.git('branch', 'back', host.git('commit-tree', ...ours));
    host.git('branch', '-f', BRANCH, from);
    await expect(open()).rejects.toMatchObject({
      name: 'BranchFoundError',
      message: `The branch "${BRANCH}" is at gitea already, and its files are not those of the change`,
    });
    expect(host.git('rev-parse', BRANCH)).toBe(host.git('rev-parse', from));
  });

  it('has the action of a host go on from it, and says that the branch was there when it refuses', async () => {
    await open();
    const asked: unknown[] = [];
    const openAt = (refusal?: Error) =>
      goOnFromBranch({
        look: lookAtBranch(host.access()),
        open: openAtBitbucket(
          {
            id: 'publish:fake',
            async handler({ input, output }) {
              asked.push(input.sourceBranch);
              if (refusal) throw refusal;
              output('pullRequestUrl', PAGE);
            },
          },
          pushBranch(host.access()),
        ),
      })(
        { ...host.retire(files), host: 'bitbucketCloud' },
        createStepContext(workspace),
      );
    await expect(openAt()).resolves.toBe(PAGE);
    await expect(openAt(new Error('409'))).rejects.toMatchObject({
      name: 'BranchFoundError',
      message: expect.stringContaining('caused by Error: 409'),
    });
    expect([asked, commits()]).toEqual([
      [BRANCH, BRANCH],
      'Retire heart.example',
    ]);
  });

  it('opens nothing when the host cannot be asked for the branch', async () => {
    const asked: unknown[] = [];
    const openAt = goOnFromBranch({
      look: lookAtBranch(host.access('wrong')),
      open: async request => {
        asked.push(request);
        return PAGE;
      },
    });
    await expect(
      openAt(host.retire(files), createStepContext(workspace)),
    ).rejects.toThrow(/401/);
    expect(asked).toEqual([]);
  });
});

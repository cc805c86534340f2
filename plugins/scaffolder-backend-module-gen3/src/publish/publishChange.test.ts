import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createStepContext } from '../__testUtils__/createStepContext';
import { publishChange } from './publishChange';
import type { PullRequest } from './types';

const PAGE = 'https://github.com/org/gitops/pull/1';

const proposed: ChangeDetails = {
  id: 'c-1',
  kind: 'launch',
  state: 'proposing',
  title: 'Launch heart.example',
  hostname: 'heart.example',
  entityRef: 'system:default/heart.example',
  source: 'gitops',
  author: 'user:default/ada',
  owner: 'group:default/csoc',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  branch: 'launch/heart.example',
  host: 'github',
  description: 'Six services.',
  steps: [],
  files: [
    { path: 'a.yaml', after: 'a: 1\n' },
    { path: 'b.yaml', before: 'b' },
  ],
  accepted: [],
  approvals: [],
  may: { approve: false, merge: false, close: true },
  pullRequest: {
    repository: 'https://github.com/org/gitops',
    base: 'main',
    message: 'Launch heart.example',
    author: { name: 'Ada', email: 'ada@example.org' },
  },
};

const folder = createMockDirectory();

/** A portal that remembers what it is told, and a host that opens pull requests or fails. */
function create(given: { refuses?: boolean; keepsIt?: boolean } = {}) {
  const told: unknown[] = [];
  const opened: PullRequest[] = [];
  const context = createStepContext(folder);
  const publish = (change: ChangeDetails) =>
    publishChange(change, {
      context,
      asked: { credentials: mockCredentials.user() },
      open: async request => {
        if (given.refuses) throw new Error('the token may not write');
        opened.push(request);
        return PAGE;
      },
      client: {
        opened: async (id, { url }) => {
          told.push(['opened', id, url]);
          return { ...proposed, state: 'open', url };
        },
        close: async (id, { reason }) => {
          told.push(['close', id, reason]);
          if (given.keepsIt) throw new Error('the portal is away');
          return { ...proposed, state: 'abandoned' };
        },
      },
    });
  return { told, opened, publish, context };
}

describe('publishing a change', () => {
  it('opens the pull request and tells the portal where', async () => {
    const { told, opened, publish } = create();
    await expect(publish(proposed)).resolves.toMatchObject({
      state: 'open',
      url: PAGE,
    });
    expect(opened).toEqual([
      {
        ...proposed.pullRequest,
        host: 'github',
        branch: 'launch/heart.example',
        title: 'Launch heart.example',
        description: 'Six services.',
        files: [
          { path: 'a.yaml', content: 'a: 1\n' },
          { path: 'b.yaml', content: undefined },
        ],
      },
    ]);
    expect(told).toEqual([['opened', 'c-1', PAGE]]);
  });

  it('leaves a change alone that is reviewed in the portal', async () => {
    const { told, opened, publish } = create();
    const local: ChangeDetails = { ...proposed, pullRequest: undefined };
    await expect(publish(local)).resolves.toBe(local);
    expect([told, opened]).toEqual([[], []]);
  });

  it('gives the change up when the host refuses', async () => {
    const { told, publish } = create({ refuses: true });
    await expect(publish(proposed)).rejects.toThrow('the token may not write');
    expect(told).toEqual([
      ['close', 'c-1', 'Its pull request could not be opened'],
    ]);
  });

  it('says why it failed also when it cannot be given up', async () => {
    const { publish, context } = create({ refuses: true, keepsIt: true });
    const warn = jest.spyOn(context.logger, 'warn');
    await expect(publish(proposed)).rejects.toThrow('the token may not write');
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('c-1 could not be given up'),
    );
  });

  it('opens nothing for a change that is reviewed in the portal', async () => {
    const { told, opened, publish } = create();
    await expect(publish({ ...proposed, host: 'local' })).rejects.toThrow(
      'There is no way to open a pull request at "local"',
    );
    expect([told, opened]).toEqual([[['close', 'c-1', expect.anything()]], []]);
  });
});

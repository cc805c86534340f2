import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createStepContext } from '../__testUtils__/createStepContext';
import { BranchFoundError } from './goOnFromBranch';
import { type Publishing, publishChange } from './publishChange';
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
    { path: 'a.yaml', after: '<hidden>\n' },
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
    files: [{ path: 'a.yaml', after: 'a: 1\n' }, { path: 'b.yaml' }],
  },
};

const REFUSAL = new Error('the token may not write');

const folder = createMockDirectory();

/** A portal that remembers what it is told, and a host that opens pull requests or fails. */
function create(
  given: {
    /** What its host says. */
    refusal?: Error;
    whenRefused?: Publishing['whenRefused'];
    keepsIt?: boolean;
    /** What the portal answers to who says where a pull request is, in turn; then it takes note. */
    trouble?: Error[];
    signal?: AbortSignal;
  } = {},
) {
  const trouble = [...(given.trouble ?? [])];
  const told: unknown[] = [];
  const opened: PullRequest[] = [];
  const context = createStepContext(folder);
  const publish = (change: ChangeDetails) =>
    publishChange(change, {
      context,
      asked: { credentials: mockCredentials.user(), signal: given.signal },
      whenRefused: given.whenRefused ?? 'give up',
      wait: async () => {
        told.push(['wait']);
      },
      open: async request => {
        if (given.refusal) throw given.refusal;
        opened.push(request);
        return PAGE;
      },
      client: {
        opened: async (id, { url }, { signal }) => {
          signal?.throwIfAborted();
          told.push(['opened', id, url]);
          const failure = trouble.shift();
          if (failure) throw failure;
          return { ...proposed, state: 'open', url };
        },
        close: async (id, { reason }, { signal }) => {
          signal?.throwIfAborted();
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
    const local: ChangeDetails = {
      ...proposed,
      host: 'local',
      pullRequest: undefined,
    };
    await expect(publish(local)).resolves.toBe(local);
    expect([told, opened]).toEqual([[], []]);
  });

  it('does not take a change elsewhere without anything to open for one of the portal', async () => {
    const { opened, publish } = create();
    await expect(
      publish({ ...proposed, pullRequest: undefined }),
    ).rejects.toThrow(/to be reviewed at github.*gave no files/);
    expect(opened).toEqual([]);
  });

  it('leaves a change alone that waits for others', async () => {
    const { told, opened, publish } = create();
    const waiting: ChangeDetails = {
      ...proposed,
      pullRequest: undefined,
      waits: { for: ['c-0'], turn: 'others' },
    };
    await expect(publish(waiting)).resolves.toBe(waiting);
    expect([told, opened]).toEqual([[], []]);
  });

  it('opens a change that has waited', async () => {
    const { opened, publish } = create();
    const called: ChangeDetails = {
      ...proposed,
      waits: { for: ['c-0'], turn: 'author' },
    };
    await expect(publish(called)).resolves.toMatchObject({ url: PAGE });
    expect(opened).toHaveLength(1);
  });

  // Whether it had waited for others decided this, and one that had not was given up though its author was told to try again.
  it('keeps a change when the host refuses, where that is asked for', async () => {
    const { told, publish } = create({
      refusal: REFUSAL,
      whenRefused: 'keep',
    });
    await expect(publish(proposed)).rejects.toThrow(
      /"Launch heart.example" stays as it is. Try again, or close the change.*the token may not write/,
    );
    expect(told).toEqual([]);
  });

  // A restart gave it up while its pull request was open: merging that did what the portal said was abandoned.
  it.each(['give up', 'keep'] as const)(
    'keeps a change whose branch was at the host before, and says what to do (%s)',
    async whenRefused => {
      const refusal = new BranchFoundError('there already');
      const { told, publish } = create({ refusal, whenRefused });
      await expect(publish(proposed)).rejects.toThrow(
        'Look at its branch "launch/heart.example" at github (https://github.com/org/gitops): when it has a pull request, post its page as "url" to /api/gen3/changes/c-1/opened; else delete that branch at the host and try again, or close the change',
      );
      expect(told).toEqual([]);
    },
  );

  it('gives the change up when the host refuses', async () => {
    const { told, publish } = create({ refusal: REFUSAL });
    await expect(publish(proposed)).rejects.toThrow('the token may not write');
    expect(told).toEqual([
      ['close', 'c-1', 'Its pull request could not be opened'],
    ]);
  });

  it('says why it failed also when it cannot be given up', async () => {
    const { publish, context } = create({ refusal: REFUSAL, keepsIt: true });
    const warn = jest.spyOn(context.logger, 'warn');
    await expect(publish(proposed)).rejects.toThrow('the token may not write');
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('c-1 could not be given up'),
    );
  });

  it('tells the portal again when it does not answer, and gives nothing up', async () => {
    const away = new Error('The gen3 backend answers 503');
    const { told, publish } = create({ trouble: [away, away] });
    await expect(publish(proposed)).resolves.toMatchObject({ url: PAGE });
    const opened = ['opened', 'c-1', PAGE];
    expect(told).toEqual([opened, ['wait'], opened, ['wait'], opened]);
  });

  it('names the pull request, and does not say that it could not be opened, when the portal cannot be told', async () => {
    const away = new Error('The gen3 backend answers 503');
    const { told, publish } = create({ trouble: Array(9).fill(away) });
    await expect(publish(proposed)).rejects.toThrow(
      `"Launch heart.example" is at github (${PAGE}), and the portal could not take note of it: post its page as "url" to /api/gen3/changes/c-1/opened, or close it there`,
    );
    expect(told).not.toContainEqual(expect.arrayContaining(['close']));
    expect(told.length).toBeLessThan(12);
  });

  it('does not ask again when the portal refuses to take note', async () => {
    const refusal = new ConflictError('it has ended');
    const { told, publish } = create({ trouble: [refusal] });
    await expect(publish(proposed)).rejects.toThrow(
      /note of it: close it there, and the change in the portal, before.*it has ended/,
    );
    expect(told).toEqual([['opened', 'c-1', PAGE]]);
  });

  it('opens nothing for a task that was cancelled, and gives the change up', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    const { told, opened, publish } = create({ signal });
    await expect(publish(proposed)).rejects.toThrow('cancelled');
    expect([opened, told]).toEqual([[], [['close', 'c-1', expect.anything()]]]);
  });

  it('opens nothing for a change that is reviewed in the portal', async () => {
    const { told, opened, publish } = create();
    await expect(publish({ ...proposed, host: 'local' })).rejects.toThrow(
      'There is no way to open a pull request at "local"',
    );
    expect([told, opened]).toEqual([[['close', 'c-1', expect.anything()]], []]);
  });
});

import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { ConflictError } from '@backstage/errors';
import type {
  ChangeDetails,
  PreflightResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import type { PublishChange } from '../publish/publishChange';
import { createProposeLaunchAction } from './createProposeLaunchAction';

const AT = '2026-11-29T08:00:00.000Z';

const change: ChangeDetails = {
  id: 'c0ffee00',
  kind: 'launch',
  state: 'open',
  title: 'Launch heart.example.org',
  hostname: 'heart.example.org',
  entityRef: 'system:default/heart.example.org',
  source: 'gitops',
  author: 'user:default/alma',
  owner: 'group:default/csoc',
  createdAt: AT,
  updatedAt: AT,
  branch: 'launch/heart.example.org-c0ffee00',
  host: 'local',
  description: '',
  steps: [],
  files: [],
  accepted: [],
  approvals: [],
  may: { approve: false, merge: false, close: true },
};

const judged: PreflightResponse = { findings: [], checks: [], asOf: AT };

type Client = Pick<Gen3ChangesClient, 'preflight' | 'propose'>;

function run(
  client: Partial<Client>,
  more: object = {},
  publish: PublishChange = async proposed => proposed,
) {
  const outputs: Record<string, unknown> = {};
  const context = {
    ...createMockActionContext({
      input: {
        answers: { hostname: 'heart.example.org', title: '', accept: [] },
      },
    }),
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    ...more,
  };
  const action = createProposeLaunchAction({
    client: {
      preflight: async () => judged,
      propose: async () => change,
      ...client,
    },
    publish,
  });
  return { done: action.handler(context), outputs };
}

describe('gen3:launch:propose', () => {
  it('proposes the answers, without what nobody answered and what is of the form', async () => {
    const proposed: unknown[] = [];
    const { done, outputs } = run({
      propose: async given => {
        proposed.push(given);
        return change;
      },
    });
    await done;
    expect(proposed).toMatchObject([
      { answers: { hostname: 'heart.example.org' }, accept: [] },
    ]);
    expect(proposed).not.toHaveProperty('0.answers.title');
    expect(outputs).toEqual({
      changeId: 'c0ffee00',
      changePath: '/changes/c0ffee00',
      entityRef: 'system:default/heart.example.org',
      title: 'Launch heart.example.org',
      branch: 'launch/heart.example.org-c0ffee00',
      url: '',
    });
  });

  it('names the pull request of a change that is reviewed elsewhere', async () => {
    const url = 'https://github.com/org/gitops/pull/1';
    const { done, outputs } = run({}, {}, async proposed => ({
      ...proposed,
      host: 'github',
      url,
    }));
    await done;
    expect(outputs.url).toBe(url);
  });

  it('fails when its pull request cannot be opened', async () => {
    const { done, outputs } = run({}, {}, async () => {
      throw new Error('the token may not write');
    });
    await expect(done).rejects.toThrow('the token may not write');
    expect(outputs).toEqual({});
  });

  it('uses the same key when the same step runs again', async () => {
    const keys: string[] = [];
    const propose: Client['propose'] = async ({ idempotencyKey }) => {
      keys.push(idempotencyKey);
      return change;
    };
    const task = { task: { id: 'task-1' }, step: { id: 'propose' } };
    await run({ propose }, task).done;
    await run({ propose }, task).done;
    expect(keys).toEqual(['task-1/propose', 'task-1/propose']);
  });

  it('proposes nothing in a dry run', async () => {
    const propose = async () => {
      throw new Error('proposed');
    };
    const { done, outputs } = run({ propose }, { isDryRun: true });
    await done;
    expect(outputs.changeId).toBe('dry-run');
  });

  it('fails when it is refused', async () => {
    const { done } = run({
      propose: async () => {
        throw new ConflictError('has a change that has not ended');
      },
    });
    await expect(done).rejects.toThrow('has a change that has not ended');
  });
});

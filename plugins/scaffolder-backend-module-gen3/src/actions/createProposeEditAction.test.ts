import { ConflictError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type {
  ChangeDetails,
  PreflightResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import { createProposeEditAction } from './createProposeEditAction';

const AT = '2026-11-29T08:00:00.000Z';

const change: ChangeDetails = {
  id: 'c0ffee00',
  kind: 'maintenance',
  state: 'open',
  title: 'Put heart.example.org into maintenance mode',
  hostname: 'heart.example.org',
  entityRef: 'system:default/heart.example.org',
  source: 'gitops',
  author: 'user:default/alma',
  owner: 'group:default/csoc',
  createdAt: AT,
  updatedAt: AT,
  branch: 'maintenance/heart.example.org-c0ffee00',
  host: 'local',
  description: '',
  steps: [],
  files: [{ path: 'a.yaml', before: 'a\n', after: 'b\n' }],
  accepted: [],
  approvals: [],
  may: { approve: false, merge: false, close: true },
};

const judged: PreflightResponse = {
  findings: [],
  checks: [],
  edit: {
    title: change.title,
    entityRef: change.entityRef,
    files: ['a.yaml'],
    leftovers: [],
  },
  asOf: AT,
};

type Client = Pick<Gen3ChangesClient, 'preflightEdit' | 'proposeEdit'>;

function run(client: Partial<Client>, more: object = {}) {
  const outputs: Record<string, unknown> = {};
  const action = createProposeEditAction({
    client: {
      preflightEdit: async () => judged,
      proposeEdit: async () => change,
      ...client,
    },
    publish: async proposed => proposed,
    kind: 'maintenance',
    description: '',
    examples: [],
    inputs: { mode: z => z.string(), note: z => z.string().optional() },
  });
  const context = {
    ...createMockActionContext({
      input: { hostname: 'heart.example.org', mode: 'on', note: '' },
    }),
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    ...more,
  };
  return { done: action.handler(context), outputs };
}

describe('createProposeEditAction', () => {
  it('proposes what was asked for, without what nobody filled in', async () => {
    const proposed: unknown[] = [];
    const { done, outputs } = run(
      {
        proposeEdit: async given => {
          proposed.push(given);
          return change;
        },
      },
      { task: { id: 'task-1' }, step: { id: 'propose' } },
    );
    await done;
    expect(proposed).toEqual([
      {
        kind: 'maintenance',
        hostname: 'heart.example.org',
        mode: 'on',
        accept: [],
        idempotencyKey: 'task-1/propose',
      },
    ]);
    expect(outputs).toEqual({
      changeId: 'c0ffee00',
      changePath: '/changes/c0ffee00',
      entityRef: 'system:default/heart.example.org',
      title: 'Put heart.example.org into maintenance mode',
      branch: 'maintenance/heart.example.org-c0ffee00',
      url: '',
      files: ['a.yaml'],
    });
  });

  it('proposes nothing in a dry run, and says what it would do', async () => {
    const proposeEdit = async () => {
      throw new Error('proposed');
    };
    const { done, outputs } = run({ proposeEdit }, { isDryRun: true });
    await done;
    expect(outputs).toMatchObject({
      changeId: 'dry-run',
      title: 'Put heart.example.org into maintenance mode',
      files: ['a.yaml'],
    });
  });

  it('fails in a dry run, too, when it would be refused', async () => {
    const { done } = run(
      {
        preflightEdit: async () => {
          throw new ConflictError('is on already');
        },
      },
      { isDryRun: true },
    );
    await expect(done).rejects.toThrow('is on already');
  });

  it('fails when it is refused', async () => {
    const { done } = run({
      proposeEdit: async () => {
        throw new ConflictError('would change nothing');
      },
    });
    await expect(done).rejects.toThrow('would change nothing');
  });
});

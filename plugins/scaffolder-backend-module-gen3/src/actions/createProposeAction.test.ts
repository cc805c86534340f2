import { ConflictError } from '@backstage/errors';
import { changeDetails, triedChange } from '../__testUtils__/changeDetails';
import { type Checkpoints, runAction } from '../__testUtils__/runAction';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import type { PublishChange } from '../publish/publishChange';
import type { AcceptedWarning } from './acceptInput';
import { createProposeAction } from './createProposeAction';
import { filledIn } from './filledIn';

type Client = Pick<Gen3ChangesClient, 'dryRun' | 'propose'>;

const given = { hostname: 'heart.example.org', mode: 'on', note: '' };

function run(
  client: Partial<Client>,
  options: {
    isDryRun?: boolean;
    publish?: PublishChange;
    accept?: AcceptedWarning[];
    checkpoints?: Checkpoints;
  } = {},
) {
  const { isDryRun, publish = async change => change } = options;
  const { accept, checkpoints } = options;
  const action = createProposeAction({
    client: {
      dryRun: async () => triedChange,
      propose: async () => changeDetails(),
      ...client,
    },
    publish,
    kind: 'maintenance',
    description: '',
    examples: [],
    inputs: { mode: z => z.string(), note: z => z.string().optional() },
    changeOf: filledIn,
  });
  return runAction(action, { ...given, accept }, { isDryRun, checkpoints });
}

describe('createProposeAction', () => {
  it('proposes what was asked for, without what nobody filled in, by the key of its step', async () => {
    const proposed: unknown[] = [];
    const { done, outputs } = run({
      propose: async body => {
        proposed.push(body);
        return changeDetails();
      },
    });
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
      hostname: 'heart.example.org',
      entityRef: 'system:default/heart.example.org',
      title: 'Launch heart.example.org',
      branch: 'launch/heart.example.org-c0ffee00',
      url: '',
      files: ['a.yaml'],
    });
  });

  it('passes the reasons that are for its commons, or for any', async () => {
    const accepted: unknown[] = [];
    await run(
      {
        propose: async ({ accept }) => {
          accepted.push(accept);
          return changeDetails();
        },
      },
      {
        accept: [
          { id: 'a', reason: 'fine' },
          { id: 'b', reason: 'fine', hostname: 'heart.example.org' },
          { id: 'c', reason: 'fine', hostname: 'lung.example.org' },
        ],
      },
    ).done;
    expect(accepted).toEqual([
      [
        { id: 'a', reason: 'fine' },
        { id: 'b', reason: 'fine' },
      ],
    ]);
  });

  it('judges in a dry run what it would propose, and proposes nothing', async () => {
    const tried: unknown[] = [];
    const { done, outputs } = run(
      {
        dryRun: async body => {
          tried.push(body);
          return triedChange;
        },
        propose: async () => {
          throw new Error('proposed');
        },
      },
      { isDryRun: true },
    );
    await done;
    expect(tried).toEqual([
      {
        kind: 'maintenance',
        hostname: 'heart.example.org',
        mode: 'on',
        accept: [],
      },
    ]);
    expect(outputs).toMatchObject({
      changeId: 'dry-run',
      changePath: '/changes',
      title: 'Launch heart.example.org',
      files: ['a.yaml'],
    });
  });

  it('fails in a dry run, too, when it would be refused', async () => {
    const { done } = run(
      {
        dryRun: async () => {
          throw new ConflictError('is on already');
        },
      },
      { isDryRun: true },
    );
    await expect(done).rejects.toThrow('is on already');
  });

  it('proposes nothing again when its task begins anew, and says what it has proposed', async () => {
    const checkpoints: Checkpoints = new Map();
    const before = run({}, { checkpoints });
    await before.done;
    const refuse = async () => {
      throw new Error('again');
    };
    const { done, outputs } = run(
      { propose: refuse },
      { checkpoints, publish: refuse },
    );
    await done;
    expect(outputs).toEqual(before.outputs);
    expect(outputs).toMatchObject({ changeId: 'c0ffee00' });
  });

  it('proposes anew when its task had come to nothing before', async () => {
    const checkpoints: Checkpoints = new Map();
    const failing = async () => {
      throw new Error('no answer');
    };
    const first = run({ propose: failing }, { checkpoints });
    await expect(first.done).rejects.toThrow('no answer');
    const { done, outputs } = run({}, { checkpoints });
    await done;
    expect(outputs).toMatchObject({ changeId: 'c0ffee00' });
  });

  it('fails when it is refused', async () => {
    const { done } = run({
      propose: async () => {
        throw new ConflictError('has a change that has not ended');
      },
    });
    await expect(done).rejects.toThrow('has a change that has not ended');
  });

  it('names the pull request of a change that is reviewed elsewhere', async () => {
    const url = 'https://github.com/org/gitops/pull/1';
    const { done, outputs } = run(
      {},
      { publish: async change => ({ ...change, host: 'github', url }) },
    );
    await done;
    expect(outputs.url).toBe(url);
  });

  it('fails when its pull request cannot be opened, and says nothing of a change', async () => {
    const { done, outputs } = run(
      {},
      {
        publish: async () => {
          throw new Error('the token may not write');
        },
      },
    );
    await expect(done).rejects.toThrow('the token may not write');
    expect(outputs).toEqual({});
  });
});

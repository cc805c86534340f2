import { ConflictError, InputError } from '@backstage/errors';
import { changeDetails, triedChange } from '../__testUtils__/changeDetails';
import { runAction } from '../__testUtils__/runAction';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import type { PublishChange } from '../publish/publishChange';
import { createUpgradeAction } from './createUpgradeAction';

type Client = Pick<Gen3ChangesClient, 'dryRun' | 'propose' | 'close'>;
type Input = Parameters<
  ReturnType<typeof createUpgradeAction>['handler']
>[0]['input'];

const WAVES = [['lung'], ['heart', 'liver'], ['brain']];

/** A backend whose changes have the ids of their hostnames, and what it was asked. */
function createBackend(
  given: Partial<Client> & { publish?: PublishChange } = {},
) {
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const client: Client = {
    dryRun: async ({ hostname }) => {
      asked.push(`try ${hostname}`);
      return { ...triedChange, title: `Upgrade ${hostname}` };
    },
    propose: async (body, { signal }) => {
      signal?.throwIfAborted();
      const id = String(body.hostname);
      asked.push(`propose ${id}`);
      bodies.push(body);
      return changeDetails({ id, hostname: id, title: `Upgrade ${id}` });
    },
    close: async (id, { reason }, { signal }) => {
      signal?.throwIfAborted();
      asked.push(`close ${id}: ${reason}`);
      return changeDetails();
    },
    ...given,
  };
  const { publish = async change => change } = given;
  const run = (input: Input, how?: Parameters<typeof runAction>[2]) =>
    runAction(createUpgradeAction({ client, publish }), input, how);
  return { run, asked, bodies };
}

describe('gen3:upgrade:propose', () => {
  it('proposes one commons by a change, and leads to it', async () => {
    const { run, bodies } = createBackend();
    const { done, outputs } = run({
      waves: [['lung']],
      release: '2026.11',
      imageTags: {},
      accept: [{ id: 'a', reason: 'fine', hostname: 'lung' }],
    });
    await done;
    expect(bodies).toEqual([
      {
        kind: 'upgrade',
        hostname: 'lung',
        release: '2026.11',
        imageTags: {},
        accept: [{ id: 'a', reason: 'fine' }],
        idempotencyKey: 'task-1/propose/lung',
      },
    ]);
    expect(outputs).toMatchObject({
      title: 'Upgrade lung',
      changePath: '/changes/lung',
      changes: [{ changeId: 'lung', hostname: 'lung' }],
    });
  });

  it('judges all commons, then proposes each to wait for the wave before its own', async () => {
    const { run, asked, bodies } = createBackend();
    const { done, outputs } = run({ waves: WAVES, release: '2026.11' });
    await done;
    expect(asked).toEqual([
      'try lung',
      'try heart',
      'try liver',
      'try brain',
      'propose lung',
      'propose heart',
      'propose liver',
      'propose brain',
    ]);
    expect(bodies).toMatchObject([
      { hostname: 'lung' },
      { hostname: 'heart', after: ['lung'] },
      { hostname: 'liver', after: ['lung'] },
      { hostname: 'brain', after: ['heart', 'liver'] },
    ]);
    expect(bodies[0]).not.toHaveProperty('after');
    expect(outputs).toMatchObject({
      title: 'Upgrade 4 commons in 3 waves',
      changePath: '/changes?kind=upgrade',
    });
  });

  it('proposes none when one of them would be refused, and says all that stands in the way', async () => {
    const { run, asked } = createBackend({
      dryRun: async ({ hostname }) => {
        if (hostname === 'heart') throw new InputError('warns: skips-releases');
        if (hostname === 'brain') throw new ConflictError('is retired');
        return triedChange;
      },
    });
    await expect(run({ waves: WAVES }).done).rejects.toThrow(
      'Nothing is proposed.\nheart: warns: skips-releases\nbrain: is retired',
    );
    expect(asked).toEqual([]);
  });

  it('gives up those that it has proposed when a later one cannot be', async () => {
    const { run, asked } = createBackend({
      propose: async body => {
        if (body.hostname !== 'liver') {
          asked.push(`propose ${body.hostname}`);
          const id = String(body.hostname);
          return changeDetails({ id });
        }
        throw new ConflictError('"liver" has a change that has not ended');
      },
    });
    const { done, outputs } = run({ waves: WAVES });
    await expect(done).rejects.toThrow('has a change that has not ended');
    const why =
      'Another commons could not be changed with it: "liver" has a change that has not ended';
    expect(asked.slice(4)).toEqual([
      'propose lung',
      'propose heart',
      `close heart: ${why}`,
      `close lung: ${why}`,
    ]);
    expect(outputs).toEqual({});
  });

  it('says why it failed, too, when what it has proposed cannot be given up', async () => {
    const { run } = createBackend({
      propose: async body => {
        if (body.hostname === 'lung') return changeDetails();
        throw new ConflictError('the repository refuses');
      },
      close: async () => {
        throw new Error('no answer');
      },
    });
    await expect(run({ waves: WAVES }).done).rejects.toThrow(
      /"Launch heart\.example\.org": \/changes\/c0ffee00 in the portal\n.*the repository refuses/,
    );
  });

  it('gives up what it has proposed when the task is cancelled, though nothing else may use the signal of the task any more', async () => {
    const task = new AbortController();
    const { run, asked } = createBackend({
      publish: async change => change,
      propose: async ({ hostname }, { signal }) => {
        if (hostname === 'heart') task.abort(new Error('cancelled'));
        signal?.throwIfAborted();
        asked.push(`propose ${hostname}`);
        return changeDetails({ id: String(hostname) });
      },
    });
    const how = { signal: task.signal };
    await expect(run({ waves: WAVES }, how).done).rejects.toThrow('cancelled');
    const why = 'Another commons could not be changed with it: cancelled';
    expect(asked.slice(4)).toEqual([
      'propose lung',
      'propose heart',
      `close heart: ${why}`,
      `close lung: ${why}`,
    ]);
  });

  it('opens no pull request before all are reserved, and names those that are open when a later one cannot be', async () => {
    const { run, asked } = createBackend({
      publish: async change => {
        asked.push(`publish ${change.id}`);
        if (change.id === 'liver') throw new Error('the token may not write');
        const url = `https://github.com/org/gitops/pull/${change.id}`;
        return { ...change, host: 'github', state: 'open', url };
      },
    });
    const { done } = run({ waves: [['lung', 'liver', 'brain']] });
    await expect(done).rejects.toThrow(
      /somebody has to close them\.\n"Upgrade lung": https:\/\/github\.com\/org\/gitops\/pull\/lung\n.*the token may not write/,
    );
    expect(asked.slice(3)).toEqual([
      'propose lung',
      'propose liver',
      'propose brain',
      'publish lung',
      'publish liver',
      'close brain: Another commons could not be changed with it: the token may not write',
    ]);
  });

  it('opens the first wave at a host, and gives up those that wait when it cannot be opened', async () => {
    const { run, asked } = createBackend({
      propose: async ({ hostname, after }) => {
        const waits = after
          ? { for: ['lung'], turn: 'others' as const }
          : undefined;
        const id = String(hostname);
        return changeDetails({ id, host: 'github', state: 'proposing', waits });
      },
      publish: async change => {
        if (change.waits) return change;
        throw new Error('the token may not write');
      },
    });
    await expect(run({ waves: [['lung'], ['heart']] }).done).rejects.toThrow(
      /^the token may not write/,
    );
    const why =
      'Another commons could not be changed with it: the token may not write';
    expect(asked.slice(2)).toEqual([`close heart: ${why}`]);
  });

  it('asks nothing again when its task begins anew, and says what it has proposed', async () => {
    const { run, asked } = createBackend();
    const how = { checkpoints: new Map<string, string>() };
    const before = run({ waves: WAVES }, how);
    await before.done;
    asked.length = 0;
    const { done, outputs } = run({ waves: WAVES }, how);
    await done;
    expect(asked).toEqual([]);
    expect(outputs).toEqual(before.outputs);
    expect(outputs).toMatchObject({
      changes: [{ changeId: 'lung' }, {}, {}, { changeId: 'brain' }],
    });
  });

  it('refuses a commons that is in the waves twice', async () => {
    const { run, asked } = createBackend();
    await expect(run({ waves: [['lung'], ['lung']] }).done).rejects.toThrow(
      '"lung" is in them twice',
    );
    expect(asked).toEqual([]);
  });

  it('proposes nothing in a dry run', async () => {
    const { run, asked } = createBackend();
    const { done, outputs } = run({ waves: WAVES }, { isDryRun: true });
    await done;
    expect(asked).toEqual(['try lung', 'try heart', 'try liver', 'try brain']);
    expect(outputs).toMatchObject({
      title: 'Upgrade 4 commons in 3 waves',
      changes: [{}, {}, {}, {}],
    });
  });
});

import { ConflictError, InputError } from '@backstage/errors';
import { changeDetails, triedChange } from '../__testUtils__/changeDetails';
import { runAction } from '../__testUtils__/runAction';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import { createUpgradeAction } from './createUpgradeAction';

type Client = Pick<Gen3ChangesClient, 'dryRun' | 'propose' | 'close'>;
type Input = Parameters<
  ReturnType<typeof createUpgradeAction>['handler']
>[0]['input'];

const WAVES = [['lung'], ['heart', 'liver'], ['brain']];

/** A backend whose changes have the ids of their hostnames, and what it was asked. */
function createBackend(given: Partial<Client> = {}) {
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const client: Client = {
    dryRun: async ({ hostname }) => {
      asked.push(`try ${hostname}`);
      return { ...triedChange, title: `Upgrade ${hostname}` };
    },
    propose: async body => {
      const id = String(body.hostname);
      asked.push(`propose ${id}`);
      bodies.push(body);
      return changeDetails({ id, hostname: id, title: `Upgrade ${id}` });
    },
    close: async (id, { reason }) => {
      asked.push(`close ${id}: ${reason}`);
      return changeDetails();
    },
    ...given,
  };
  const run = (input: Input, how?: { isDryRun: boolean }) =>
    runAction(
      createUpgradeAction({ client, publish: async change => change }),
      input,
      how,
    );
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
      'the repository refuses',
    );
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

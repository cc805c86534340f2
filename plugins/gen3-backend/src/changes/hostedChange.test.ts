import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { HostedRepository } from '@gen3-csoc/backstage-plugin-gen3-node';
import { migrate } from '../__testUtils__/testDatabases';
import { ALMA, newLaunch, TOMAS } from './__testUtils__/changeRecords';
import { createTarget } from './__testUtils__/createTarget';
import { ChangePublisher } from './ChangePublisher';
import { ChangeTargets } from './ChangeTargets';
import { closeChange } from './closeChange';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { ChangeFollower } from './follow/ChangeFollower';
import { openChange } from './openChange';
import { pullRequestOf } from './pullRequestOf';

jest.setTimeout(60_000);

const REPOSITORY = 'https://github.com/org/gitops';
const PAGE = `${REPOSITORY}/pull/1`;
const { signal } = new AbortController();
const findPerson = async () => ({ name: 'Alma', email: 'alma@example.org' });

describe('a change that is reviewed where its repository is', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  /** A launch that is proposed to GitHub, and what GitHub has: texts by branch and path. */
  async function propose() {
    const world = { now: 0 };
    const github = new Map<string, string>();
    const knex = await migrate(await databases.init('SQLITE_3'));
    const store = DatabaseChangeStore.create({ knex, now: () => world.now });
    const logger = mockServices.logger.mock();
    const reader = mockServices.urlReader.mock({
      readUrl: async url => {
        const text = github.get(url.slice(`${REPOSITORY}/blob/`.length));
        if (text === undefined) throw new NotFoundError(url);
        return { buffer: async () => Buffer.from(text) };
      },
    });
    const targets = ChangeTargets.create({
      targets: [createTarget({ url: `${REPOSITORY}.git` })],
      createHost: () => undefined,
      createHosted: () =>
        HostedRepository.create({
          reader,
          host: 'github',
          repository: REPOSITORY,
        }),
    });
    const given = { store, targets, findPerson, logger, signal };
    const publisher = ChangePublisher.create(given);
    const begun = await store.begin(
      newLaunch({ host: 'github', branch: 'launch' }),
    );
    return {
      world,
      github,
      record: await publisher.publish(begun, { signal }),
      open: (url = PAGE, userRef: string = ALMA) =>
        openChange({ ...given, record: begun, userRef, url }),
      close: () =>
        closeChange({ ...given, record: begun, endReason: 'Not wanted' }),
      pullRequest: async (userRef: string) => {
        const record = await store.get('a', undefined);
        return record && pullRequestOf({ ...given, record, userRef });
      },
      now: () => store.get('a', undefined),
      steps: () => store.stepsOf('a'),
      follow: () =>
        ChangeFollower.create({
          ...given,
          publisher,
          now: () => world.now,
          readCommons: async () => undefined,
          reconciliationMs: 180_000,
          news: { ended: async () => {}, stuck: async () => {} },
        }).run(signal),
    };
  }

  it('waits for its pull request, and tells its author what to open', async () => {
    const { record, pullRequest } = await propose();
    expect(record.state).toBe('proposing');
    expect(await pullRequest(ALMA)).toEqual({
      repository: REPOSITORY,
      base: 'main',
      message: 'Launch heart.example.org\n\nChange: a\n',
      author: { name: 'Alma', email: 'alma@example.org' },
    });
    expect(await pullRequest(TOMAS)).toBeUndefined();
  });

  it('is open once its author has said where, also twice', async () => {
    const { open, now, pullRequest } = await propose();
    await open();
    await open();
    expect(await now()).toMatchObject({ state: 'open', url: PAGE });
    expect(await pullRequest(ALMA)).toBeUndefined();
    await expect(open(`${REPOSITORY}/pull/2`)).rejects.toThrow(
      `"Launch heart.example.org" is open and has the pull request ${PAGE}`,
    );
  });

  it('takes no pull request from anybody else, nor one of another host', async () => {
    const { open, now } = await propose();
    await expect(open(PAGE, TOMAS)).rejects.toThrow(/Only alma, who proposed/);
    await expect(open('https://evil.example/pull/1')).rejects.toThrow(
      'is at evil.example, and its repository at github.com',
    );
    expect((await now())?.state).toBe('proposing');
  });

  it('is followed from the host: merged when the base has its files', async () => {
    const { github, open, follow, now, steps } = await propose();
    await open();
    github.set('launch/a.yaml', 'a: 1\n');
    await follow();
    expect((await now())?.state).toBe('open');

    github.set('main/a.yaml', 'a: 1\n');
    await follow();
    await follow();
    expect((await now())?.state).toBe('merged');
    expect(await steps()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'merged', state: 'done' }),
        expect.objectContaining({ id: 'discovered', state: 'running' }),
      ]),
    );
  });

  it('is abandoned when its branch is gone without that', async () => {
    const { open, follow, now } = await propose();
    await open();
    await follow();
    expect(await now()).toMatchObject({
      state: 'abandoned',
      endReason: 'The branch launch was deleted, and its files are not in main',
    });
  });

  it('is abandoned when nobody opens its pull request, so that another may begin', async () => {
    const { world, follow, now } = await propose();
    world.now = 59 * 60_000;
    await follow();
    expect((await now())?.state).toBe('proposing');
    world.now = 61 * 60_000;
    await follow();
    expect(await now()).toMatchObject({
      state: 'abandoned',
      endReason: 'Nobody opened its pull request at github',
    });
  });

  it('can be given up before it is opened, and not after', async () => {
    const first = await propose();
    await first.close();
    expect((await first.now())?.state).toBe('abandoned');
    await expect(first.open()).rejects.toThrow(/is abandoned/);

    const second = await propose();
    await second.open();
    await expect(second.close()).rejects.toThrow();
    expect((await second.now())?.state).toBe('open');
  });
});

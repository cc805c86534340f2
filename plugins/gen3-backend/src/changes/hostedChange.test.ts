import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import { migrate } from '../__testUtils__/testDatabases';
import { ALMA, newLaunch, TOMAS } from './__testUtils__/changeRecords';
import { createFakeGithub, REPOSITORY } from './__testUtils__/createFakeGithub';
import { ChangePublisher } from './ChangePublisher';
import { closeChange } from './closeChange';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { ChangeFollower } from './follow/ChangeFollower';
import { openChange } from './openChange';
import { pullRequestOf } from './pullRequestOf';

jest.setTimeout(60_000);

const PAGE = `${REPOSITORY}/pull/1`;
const FILES: ChangeFile[] = [{ path: 'a.yaml', after: 'a: 1\n' }];
const { signal } = new AbortController();
const findPerson = async () => ({ name: 'Alma', email: 'alma@example.org' });

describe('a change that is reviewed where its repository is', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  /** A launch that is proposed to GitHub, and what GitHub has: texts by branch and path. */
  async function propose(given: { url?: string; files?: ChangeFile[] } = {}) {
    const { files = FILES } = given;
    const world = { now: 0 };
    const { texts: github, targets } = createFakeGithub(given.url);
    const knex = await migrate(await databases.init('SQLITE_3'));
    const store = DatabaseChangeStore.create({ knex, now: () => world.now });
    const logger = mockServices.logger.mock();
    const deps = { store, targets, findPerson, logger, signal };
    const publisher = ChangePublisher.create(deps);
    const begun = await store.begin(
      newLaunch({ host: 'github', branch: 'launch', files }),
    );
    return {
      world,
      github,
      record: await publisher.publish(begun, { signal }),
      open: (url = PAGE, userRef: string = ALMA) =>
        openChange({ ...deps, record: begun, userRef, url }),
      close: async () => {
        const record = (await store.get('a', undefined)) ?? begun;
        await closeChange({ ...deps, record, endReason: 'Not wanted' });
      },
      pullRequest: async (userRef: string, isTemplate?: boolean) => {
        const record = await store.get('a', undefined);
        const caller = { userRef, isTemplate };
        return record && pullRequestOf({ ...deps, record, caller });
      },
      now: () => store.get('a', undefined),
      steps: () => store.stepsOf('a'),
      follow: () =>
        ChangeFollower.create({
          ...deps,
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
      files: FILES,
    });
    expect(await pullRequest(TOMAS)).toBeUndefined();
  });

  it('gives files with secrets to the template of its author, and to nobody else', async () => {
    const files = [{ path: 'a.yaml', after: 'password: "Geheim-1234"\n' }];
    const { pullRequest } = await propose({ files });
    expect(await pullRequest(ALMA, true)).toMatchObject({ files });
    expect(await pullRequest(ALMA)).toBeUndefined();
    expect(await pullRequest(TOMAS, true)).toBeUndefined();
  });

  it.each([
    'git@github.com:org/gitops.git',
    'ssh://git@github.com/org/gitops',
    'https://bot:s3cr3t-t0ken@github.com/org/gitops.git',
  ])('has the web address of a repository that config calls %s', async url => {
    const { open, now, pullRequest } = await propose({ url });
    expect((await pullRequest(ALMA))?.repository).toBe(REPOSITORY);
    await open();
    expect(await now()).toMatchObject({ state: 'open', url: PAGE });
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
      endReason:
        'Within an hour no pull request at github was told to the portal: one that is open there is not followed',
    });
  });

  it('can be given up before it is opened', async () => {
    const { close, now, open } = await propose();
    await close();
    expect((await now())?.state).toBe('abandoned');
    await expect(open()).rejects.toThrow(/is abandoned/);
  });

  it('is told to be merged when somebody closes what the host has merged meanwhile', async () => {
    const { close, now, open, github } = await propose();
    await open();
    github.set('main/a.yaml', 'a: 1\n');
    await expect(close()).rejects.toThrow(/was merged at github already/);
    expect((await now())?.state).toBe('merged');
  });

  it('can be closed while it is open, as a declined pull request may leave its branch; the reason says that the host is not told', async () => {
    const { close, now, open } = await propose();
    await open();
    await close();
    expect(await now()).toMatchObject({
      state: 'abandoned',
      endReason:
        'Not wanted. Its pull request is not closed by this: close it at github, too',
    });
  });
});
